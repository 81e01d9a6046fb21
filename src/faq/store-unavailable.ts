/**
 * Why the database can't be used: it does not answer, does not let this user in, is full, takes no writes, or its
 * file is damaged.
 */
export type StoreTrouble = 'away' | 'refused' | 'full' | 'read-only' | 'damaged';

/**
 * Thrown by every operation of a store while its database can't be used; nothing was confirmed, and the next
 * operation tries again. The message is for the operator; the person in the chat hears that the FAQ is away.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly code = 'store-unavailable';
  readonly trouble: StoreTrouble;
  constructor(trouble: StoreTrouble, message: string, cause: unknown) {
    super(message, { cause });
    this.trouble = trouble;
  }
}
