const discordEpoch = 1_420_070_400_000n;

/** Ids that rise within one server and carry their time, as Discord's do. */
export function snowflakes(now: () => number): () => string {
  let count = 0n;
  return () => {
    count += 1n;
    return (((BigInt(now()) - discordEpoch) << 22n) | (count & 0x3fffffn)).toString();
  };
}
