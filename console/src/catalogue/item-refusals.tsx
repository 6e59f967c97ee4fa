import { ProblemError } from '../api/problem-error.ts';

/** What the law does not allow of an item, each with its requirement. */
export function ItemRefusals({ error }: { error: unknown }) {
  if (!(error instanceof ProblemError) || error.code !== 'catalogue.item_refused') return null;
  return (
    <ul className="placements">
      {error.places.map(({ path, message }) => (
        <li key={`${path} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
