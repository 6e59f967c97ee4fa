import { useId, type ReactNode } from 'react';
import type { Place } from './check-draft.ts';
import { WordingMarks } from './wording-marks.tsx';

interface FieldProps {
  readonly label: string;
  readonly path: string;
  readonly places: readonly Place[];
  readonly children: (id: string) => ReactNode;
}

/** A labelled field with what is wrong in it right below, words that members may not read included. */
export function Field({ label, path, places, children }: FieldProps) {
  const id = useId();
  const wrong = places.find((place) => place.path === path);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      <WordingMarks path={path} />
      {wrong && <div className="field-error">{wrong.message}</div>}
    </div>
  );
}
