import { Button } from 'antd';
import { explainError } from '../api/explain-error.ts';

/** A failed read: what happened, and one more try. */
export function FailureState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className="state" role="alert">
      <p>{explainError(error).sentence}</p>
      <Button onClick={onRetry}>重试</Button>
    </div>
  );
}
