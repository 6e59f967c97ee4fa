import { lessonsPage } from '../app/pages.ts';

/** Where a text is begun that has no id yet, as the routes name it and for one kind. */
export const newContentRoute = `${lessonsPage.path}/new/:kind`;
export const newContentPath = (kind: string): string => `${lessonsPage.path}/new/${kind}`;
