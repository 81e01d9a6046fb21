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
  actionsElements: 25,
  buttonText: 75,
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
  inputLabel: 2_000,
  inputLength: 3_000,
  /** Messages one `response_url` may send, within 30 minutes. */
  responses: 5,
  manifestCommands: 50,
  shortcutDescription: 150,
  commandName: 32,
  commandDescription: 2_000,
  commandHint: 1_000,
} as const;

/**
 * What Discord accepts. From discord/discord-api-docs, August 2026, unless marked; lengths are characters. discord.js
 * checks hardly any of these: Discord refuses the whole message when it is sent.
 */
export const discordLimits = {
  /** Components of a message, nested ones counted (docs.discord.com, component reference). */
  components: 40,
  /** The text of all components of a message together (docs.discord.food, components). */
  componentText: 4_000,
  /** The same text in UTF-8, with 12 bytes more for each text; above it Discord fails (discord-api-docs issue 8554). */
  componentBytes: 10_170,
  componentOverhead: 12,
  rowButtons: 5,
  buttonLabel: 80,
  /** The alternative text of a picture, and the description of any file. */
  fileDescription: 1_024,
  files: 10,
  /** Bytes of one file, where the interaction does not say more, and of all files of a request. */
  fileBytes: 10 * 1024 * 1024,
  requestBytes: 25 * 1024 * 1024,
  /** Bytes of a file that comes with a question: our own measure. */
  questionFileBytes: 10 * 1024 * 1024,
  /** Messages after the first one, where the app is in no server but only with its user. */
  visitorFollowUps: 5,
  modalTitle: 45,
  modalFields: 5,
  modalLabel: 45,
  modalText: 4_000,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  commandDescription: 100,
  commandOptions: 25,
  optionLength: 6_000,
} as const;
