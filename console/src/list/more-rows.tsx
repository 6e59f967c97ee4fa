import { Button } from 'antd';
import { FailureNotice } from './failure-notice.tsx';
import { formatCount } from '../format/figures.ts';

interface MoreRowsProps {
  readonly shown: number;
  readonly total: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly onMore: () => void;
  readonly onKeys?: () => void;
}

export function MoreRows({ shown, total, hasMore, isLoading, error, onMore, onKeys }: MoreRowsProps) {
  return (
    <footer className="more-rows">
      <FailureNotice error={error} />
      <span className="note">
        已显示 {formatCount(shown)} / {formatCount(total)}
      </span>
      {hasMore && (
        <Button loading={isLoading} onClick={onMore}>
          加载更多
        </Button>
      )}
      {onKeys && (
        <Button type="text" onClick={onKeys}>
          快捷键 ?
        </Button>
      )}
    </footer>
  );
}
