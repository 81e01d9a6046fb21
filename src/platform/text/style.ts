import { styleText } from 'node:util';

/** How marks look; `unstyled` for pipes and machine-readable answers. */
export interface Style {
  readonly title: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly code: (text: string) => string;
  readonly faint: (text: string) => string;
}

const asIs = (text: string) => text;

export const unstyled: Style = { title: asIs, strong: asIs, code: asIs, faint: asIs };

/** Colours are never the only mark: a title is also first, code also reads as code. Honours NO_COLOR. */
export function terminalStyle(stream: NodeJS.WriteStream): Style {
  const paint = (format: 'bold' | 'cyan' | 'dim' | 'underline') => (text: string) =>
    styleText(format, text, { stream });
  const bold = paint('bold');
  return {
    title: (text) => bold(paint('underline')(text)),
    strong: bold,
    code: paint('cyan'),
    faint: paint('dim'),
  };
}
