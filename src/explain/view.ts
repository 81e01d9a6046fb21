/** What an answer shows beside its result: little at first, the rest when somebody asks for it. */
export const views = ['short', 'values', 'picture', 'code', 'more'] as const;
export type View = (typeof views)[number];

/** Whether a part belongs into a view; `more` has them all. */
export const shows = (view: View, part: Exclude<View, 'short' | 'more'>): boolean =>
  view === part || view === 'more';
