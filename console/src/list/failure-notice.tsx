import { explainError } from '../api/explain-error.ts';

/** A refused act, beside the act: the sentence, then each place that needs a change. */
export function FailureNotice({ error, nameOf }: { error: unknown; nameOf?: (path: string) => string }) {
  if (error === null || error === undefined) return null;
  const { sentence, places } = explainError(error);
  return (
    <div className="notice notice-error" role="alert">
      <div>{sentence}</div>
      {places.length > 0 && (
        <ul>
          {places.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {nameOf ? nameOf(path) : path}：{message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
