import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/**
 * What of an error may be logged. Errors of discord.js carry the request with everything that it held, the answer's
 * text and the interaction's token in its address: of these only the code and the kind of request are kept.
 */
export function failureFacts(error: unknown): object {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const { name, status, method } = error;
    const code = error instanceof DiscordAPIError ? error.code : null;
    return { failure: { name, code, status, method, route: anonymous(error.url), message: error.message } };
  }
  if (error instanceof Error)
    return { failure: { name: error.name, message: error.message, stack: error.stack } };
  return { failure: { name: typeof error } };
}

/** Discord's code for a refused request; null for any other failure. */
export const refusalCode = (error: unknown): number | null =>
  error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;

/** The interaction's token is no longer good: it lives fifteen minutes. */
export const isTooLate = (error: unknown): boolean => {
  const code = refusalCode(error);
  return code === RESTJSONErrorCodes.InvalidWebhookToken || code === RESTJSONErrorCodes.UnknownWebhook;
};

/** Ids and tokens out of an address. */
const anonymous = (url: string): string =>
  (URL.parse(url)?.pathname ?? '')
    .replace(/\/\d{15,}(?:\/[\w-]{60,})?/g, '/…')
    .replace(/\/[\w-]{40,}/g, '/…');
