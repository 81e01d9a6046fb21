/** A question without mentions and addresses, as Discord and Slack write them. */
export function withoutNames(question: string): string {
  return question
    .replace(/<(@|#|!|mailto:)[^>]*>/g, ' ')
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, ' ')
    .replace(/(^|\s)@[\p{L}\p{N}_.-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
