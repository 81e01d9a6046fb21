import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { questions } from '../questions.ts';

/** How many questions of one student follow each other; more than 20 a minute are refused. */
const each = 15;

/** A course whose students send slash commands, signed as Slack signs them. */
export interface Students {
  /** Sends so many commands to a port, so many at once; milliseconds until all are acknowledged. */
  readonly ask: (port: number, count: number, atOnce: number) => Promise<number>;
}

export function gatherStudents(signingSecret: string, responseUrl: string): Students {
  let asked = 0;

  const command = (): string => {
    const id = asked++;
    return new URLSearchParams({
      team_id: 'T1',
      channel_id: 'C1',
      user_id: `U${Math.floor(id / each)}`,
      command: '/ask',
      text: questions[id % questions.length] ?? '',
      api_app_id: 'A1',
      response_url: responseUrl,
      trigger_id: `${id}.trigger`,
    }).toString();
  };

  const send = (port: number, body: string, agent: Agent): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request({
        port,
        host: '127.0.0.1',
        path: '/slack/events',
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          ...signature(body, signingSecret),
        },
      });
      sent.once('response', (response) => {
        response.resume().once('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`a command was answered with ${response.statusCode}`));
        });
      });
      sent.once('error', reject).end(body);
    });

  return {
    ask: async (port, count, atOnce) => {
      const bodies = Array.from({ length: count }, command);
      const agent = new Agent({ keepAlive: true });
      const start = performance.now();
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let body = bodies.pop(); body !== undefined; body = bodies.pop())
            await send(port, body, agent);
        }),
      );
      const took = performance.now() - start;
      agent.destroy();
      return took;
    },
  };
}

/** docs.slack.dev, "Verifying requests from Slack". */
function signature(body: string, secret: string): Readonly<Record<string, string>> {
  const at = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${digest}` };
}
