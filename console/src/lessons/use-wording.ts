import type { ContentDraft } from '@siyu/shared/contracts/content';
import type { ContentLabel } from '@siyu/shared/contracts/content.limits';
import { textsOfContent } from '@siyu/shared/contracts/content.texts';
import type { WordingText } from '@siyu/shared/contracts/moderation';
import { moderationRoutes } from '@siyu/shared/contracts/moderation.routes';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { type WordingPlace, wordingPlaces } from './wording-places.ts';

/** A pause in writing after which the text is checked. */
const PAUSE_MS = 600;
const NOTHING: readonly WordingPlace[] = [];

interface Wording {
  readonly places: readonly WordingPlace[];
  readonly hasFailed: boolean;
}

/** What members may not read in a draft, checked by the server whenever the writer pauses. */
export function useWording(draft: ContentDraft): Wording {
  const [settled, setSettled] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  const check = useQuery({
    ...wordingQuery(textsOfContent(settled), settled.label),
    placeholderData: keepPreviousData,
  });
  return { places: check.data ?? NOTHING, hasFailed: check.isError };
}

/** What the server finds in texts, by their places; those of content are read by its label. */
export function wordingQuery(texts: readonly WordingText[], label?: ContentLabel) {
  return queryOptions({
    queryKey: ['wording', texts, label],
    queryFn: async ({ signal }) => {
      const body = { texts: [...texts], ...(label !== undefined && { label }) };
      const { findings } = await call(moderationRoutes.checkWording, { body }, signal);
      return wordingPlaces(texts, findings);
    },
  });
}
