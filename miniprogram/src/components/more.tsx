import { Text, View } from '@tarojs/components';
import { say } from '../words/say';
import { Button } from './button';
import { Failure, Skeleton } from './states';

interface MoreProps {
  readonly id: string;
  readonly text: string;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly moreProblem: string | null;
  readonly onMore: () => void;
}

/** The foot of a list in pages: the next one to ask for, on its way, refused, or the end. */
export function More({ id, text, hasMore, isLoadingMore, moreProblem, onMore }: MoreProps) {
  if (moreProblem !== null) return <Failure sentence={moreProblem} onRetry={onMore} />;
  if (isLoadingMore) return <Skeleton cards={1} />;
  if (hasMore)
    return (
      <View className="more">
        <Button id={id} kind="quiet" text={text} onTap={onMore} />
      </View>
    );
  return <Text className="meta more__end">{say('app.end')}</Text>;
}
