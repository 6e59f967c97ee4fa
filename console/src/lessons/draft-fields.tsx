import type { ContentDraft } from '@siyu/shared/contracts/content';
import { ArticleFields } from './article-fields.tsx';
import { CardFields } from './card-fields.tsx';
import { LessonFields } from './lesson-fields.tsx';
import { PosterFields } from './poster-fields.tsx';
import type { FieldsProps } from './written-fields.tsx';

/** The fields that a draft of this kind has, and no others. */
export function DraftFields({ draft, ...rest }: FieldsProps<ContentDraft>) {
  switch (draft.kind) {
    case 'lesson':
      return <LessonFields draft={draft} {...rest} />;
    case 'article':
      return <ArticleFields draft={draft} {...rest} />;
    case 'card':
      return <CardFields draft={draft} {...rest} />;
    case 'poster':
      return <PosterFields draft={draft} {...rest} />;
  }
}
