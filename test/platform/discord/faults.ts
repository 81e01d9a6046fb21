/** What a test makes the REST side do wrong; each fault is used up after `times` matching requests. */
export interface Fault {
  /** Method and path, as `PATCH /webhooks/…`. */
  readonly route: RegExp;
  readonly times: number;
  readonly answer:
    | { readonly kind: 'limit'; readonly retryAfter: number; readonly global: boolean }
    | { readonly kind: 'status'; readonly status: number };
}

export interface Faults {
  readonly add: (fault: Fault) => void;
  readonly take: (route: string) => Fault['answer'] | null;
}

export function createFaults(): Faults {
  const open: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      open.push({ fault, left: fault.times });
    },
    take: (route) => {
      const hit = open.find(({ fault, left }) => left > 0 && fault.route.test(route));
      if (!hit) return null;
      hit.left -= 1;
      return hit.fault.answer;
    },
  };
}
