import { defineRoute } from './route.ts';

export const filesRoutes = {
  /** The bytes of a file behind a link that was signed for five minutes. */
  openLink: defineRoute<
    { params: { fileId: string }; query: { expiresAt: number; signature: string; name?: string } },
    unknown
  >('files.openLink', 'public', 'GET', '/v1/files/:fileId'),
} as const;
