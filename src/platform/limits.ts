/**
 * What Slack accepts. From the doc comments of @slack/types 3.2 and the pages of docs.slack.dev, November 2026;
 * lengths are characters. Slack checks most of these only when the message is sent.
 */
export const slackLimits = {
  /** Blocks in a message, and in a modal. */
  blocks: 50,
  viewBlocks: 100,
  /**
   * All blocks of a message as JSON. Undocumented; found by measuring, together with the error
   * `msg_blocks_too_long` (slackapi/bolt-js, issues 2509 and 2867).
   */
  blocksTogether: 13_200,
  /** A text object in a section, context or rich text. */
  text: 3_000,
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  linkUrl: 3_000,
  /** `action_id`, `block_id` and `callback_id`. */
  id: 255,
  imageAlt: 2_000,
  /** `alt_txt` of an uploaded file. */
  fileAlt: 1_000,
  tables: 1,
  tableRows: 100,
  tableColumns: 20,
  /** The cells of all tables of a message together. */
  tableText: 10_000,
  /** The fallback beside blocks: cut by Slack above 40,000, 4,000 advised. */
  fallback: 4_000,
  viewTitle: 24,
  viewSubmit: 24,
  viewMetadata: 3_000,
  inputLabel: 2_000,
  inputLength: 3_000,
  /** Messages one `response_url` may send, within 30 minutes. */
  responses: 5,
  manifestCommands: 50,
  commandName: 32,
  commandDescription: 2_000,
  commandHint: 1_000,
} as const;
