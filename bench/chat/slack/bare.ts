import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/** The peer: a Bolt that acknowledges commands and does nothing else. Prints its port. */
const { SLACK_API_URL = '', SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '' } = process.env;

const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, logLevel: LogLevel.ERROR });
const app = new App({
  token: SLACK_BOT_TOKEN,
  receiver,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  logLevel: LogLevel.ERROR,
});
app.command(/^\//, async ({ ack }) => ack());

const server = await receiver.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
