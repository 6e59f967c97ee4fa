import type { ContentDraft } from '@siyu/shared/contracts/content';
import { DraftFields } from './draft-fields.tsx';
import { DraftPreview } from './lesson-preview.tsx';
import { LessonReachFigures } from './lesson-reach.tsx';
import type { FieldsProps } from './written-fields.tsx';

interface DraftBenchProps extends FieldsProps<ContentDraft> {
  /** Null before it is stored for the first time: then nobody can be counted yet. */
  readonly lessonId: string | null;
}

/** The fields of a draft, and beside them what a member will see of it and whom it reaches. */
export function DraftBench({ lessonId, ...fields }: DraftBenchProps) {
  const { draft } = fields;
  return (
    <div className="editor">
      <section className="card" aria-label="编辑">
        <DraftFields {...fields} />
      </section>
      <section className="card editor-preview" aria-label="预览" tabIndex={0}>
        {/* Whom advice reaches is for the contracts to say, not for stages and groups. */}
        {lessonId !== null && draft.label === 'education' && (
          <LessonReachFigures lessonId={lessonId} draft={draft} />
        )}
        <DraftPreview draft={draft} />
      </section>
    </div>
  );
}
