import type { Logger } from '@slack/bolt';
import { webApi } from '@slack/bolt';
import { patientFetch } from './patience.ts';

export type Client = webApi.WebClient;

/**
 * How this room calls Slack: at most three tries within seconds where Bolt's default goes on for half an hour, so
 * that an answer comes while it is wanted or its failure is told.
 */
export function clientOptions(apiUrl: string, logger: Logger): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger,
    fetch: patientFetch,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 2, minTimeout: 250, maxTimeout: 2_000, factor: 4 },
  };
}

/** Slack's own code of a refusal, such as `not_in_channel`; null for any other error. */
export function refusalCode(error: unknown): string | null {
  if (error instanceof webApi.WebAPIPlatformError) return String(error.data.error);
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  return error instanceof ResponseRefused ? error.code : null;
}

/** Slack would not take a message through a `response_url`. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused';
  readonly code: string;

  constructor(code: string) {
    super(`Slack refused a response: ${code}`);
    this.code = code;
  }
}
