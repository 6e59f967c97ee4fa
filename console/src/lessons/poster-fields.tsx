import type { PosterDraft } from '@siyu/shared/contracts/content-kinds';
import { CARD_TITLE_MAX, POSTER_ALT_MAX } from '@siyu/shared/contracts/content.limits';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { PictureField } from './picture-field.tsx';
import { TargetField } from './target-field.tsx';
import { AreaField, TextField } from './typed-fields.tsx';
import { WrittenFields, type FieldsProps } from './written-fields.tsx';

/** A picture with what it says in words; it leaves the app with whoever carries it on, so it is never advice. */
export function PosterFields(props: FieldsProps<PosterDraft>) {
  const { draft, places, onChange } = props;
  const { picture } = draft;
  // What was typed while a picture was on its way stays.
  const latest = useRef(draft);
  latest.current = draft;
  return (
    <>
      <p className="note">海报会被保存和转发，只用于投资者教育，不能写投资建议。</p>
      <TextField
        label="标题"
        path="title"
        places={places}
        value={draft.title}
        max={CARD_TITLE_MAX}
        onChange={(title) => onChange({ ...draft, title })}
      />
      <PictureField
        picture={picture}
        places={places}
        // Drawn at once, or what is typed before the next drawing would bring back a draft without it.
        onChange={(sent) =>
          flushSync(() => onChange({ ...latest.current, picture: { ...latest.current.picture, ...sent } }))
        }
      />
      <AreaField
        label="图片说明（图上的字和画面，读给看不到图的客户）"
        path="picture.alt"
        places={places}
        value={picture.alt}
        max={POSTER_ALT_MAX}
        rows={3}
        onChange={(alt) => onChange({ ...draft, picture: { ...picture, alt } })}
      />
      <TargetField
        value={draft.targetId}
        places={places}
        onChange={(targetId) => onChange({ ...draft, targetId })}
      />
      <WrittenFields {...props} />
    </>
  );
}
