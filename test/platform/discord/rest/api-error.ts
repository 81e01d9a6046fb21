import { RESTJSONErrorCodes } from 'discord.js';

/** An answer other than success, with the code and words that Discord gives. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;
  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  toBody(): object {
    return this.errors === undefined
      ? { message: this.message, code: this.code }
      : { message: this.message, code: this.code, errors: this.errors };
  }
}

const failures = {
  unauthorized: [401, 0, '401: Unauthorized'],
  serverError: [500, 0, '500: Internal Server Error'],
  notFound: [404, 0, '404: Not Found'],
  unknownChannel: [404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel'],
  unknownGuild: [404, RESTJSONErrorCodes.UnknownGuild, 'Unknown Guild'],
  unknownUser: [404, RESTJSONErrorCodes.UnknownUser, 'Unknown User'],
  unknownMessage: [404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message'],
  unknownWebhook: [404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook'],
  unknownInteraction: [404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction'],
  unknownCommand: [404, RESTJSONErrorCodes.UnknownApplicationCommand, 'Unknown application command'],
  acknowledgedTwice: [
    400,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    'Interaction has already been acknowledged.',
  ],
  tooManyFollowUps: [
    400,
    RESTJSONErrorCodes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
    'This interaction has hit the maximum number of follow up messages',
  ],
  tooLarge: [413, RESTJSONErrorCodes.RequestEntityTooLarge, 'Request entity too large'],
  missingAccess: [403, RESTJSONErrorCodes.MissingAccess, 'Missing Access'],
  notOwnMessage: [
    403,
    RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
    'Cannot edit a message authored by another user',
  ],
  emptyMessage: [400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message'],
  missingPermissions: [403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions'],
  invalidWebhookToken: [401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

export function refuse(failure: keyof typeof failures): never {
  const [status, code, message] = failures[failure];
  throw new ApiError(status, code, message);
}
