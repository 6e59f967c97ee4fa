export const NOTE_MAX = 1_000;
export const NOTEBOOK_KINDS = ['FAVOURITE', 'NOTE'] as const;
export type NotebookKind = (typeof NOTEBOOK_KINDS)[number];
