/** Comes between the signs of a mention or of a fence, seen by nobody, and keeps Discord from reading them. */
const apart = '\u200b';

/**
 * A plain string as Discord's Markdown that shows exactly these signs: no marks, lists, links, emoji or mentions.
 * Discord takes the backslash before any sign that is neither a letter, a digit nor a blank.
 */
export function escapeText(text: string): string {
  return withoutMassMentions(
    text
      .replace(/[\\*_~`|[\]<]/g, '\\$&')
      // A colon with something behind it may be an emoji's name or make an address a link.
      .replace(/:(?=\S)/g, '\\:')
      .replace(/^(\s*)([#>+-])/gm, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/gm, '$1\\$2'),
  );
}

/** Inline code that holds any text, backticks too; nothing at all for an empty one. */
export function inlineCode(text: string): string {
  const line = withoutMassMentions(text).replace(/\s*\n\s*/g, ' ');
  if (line === '') return '';
  if (!line.includes('`')) return `\`${line}\``;
  return `\`\` ${separateBackticks(line)} \`\``;
}

/** A code block that its content cannot end. */
export function codeBlock(code: string, language: 'python' | 'text'): string {
  const safe = withoutMassMentions(code).replace(/`(?=``)|(?<=``)`/g, `\`${apart}`);
  return `\`\`\`${language === 'python' ? 'py' : ''}\n${safe}\n\`\`\``;
}

// The empty allowed_mentions of every message keeps from pinging; this keeps it from looking as if it had.
const withoutMassMentions = (text: string): string => text.replace(/@(?=everyone|here)/gi, `@${apart}`);

const separateBackticks = (text: string): string => text.replace(/`(?=`)/g, `\`${apart}`);
