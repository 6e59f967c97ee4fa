import { Text, View } from '@tarojs/components';
import { say } from '../words/say';
import { Button } from './button';
import { Failure } from './states';

interface MoreProps {
  readonly id: string;
  readonly text: string;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly moreProblem: string | null;
  readonly onMore: () => void;
}

/** The foot of a list in pages. It stays the same element, so that the list above is not sent to the screen again. */
export function More(props: MoreProps) {
  return (
    <View className="more">
      <Foot {...props} />
    </View>
  );
}

/** The next page to ask for, on its way, refused, or the end. */
function Foot({ id, text, hasMore, isLoadingMore, moreProblem, onMore }: MoreProps) {
  if (moreProblem !== null) return <Failure sentence={moreProblem} onRetry={onMore} />;
  if (isLoadingMore || hasMore)
    return <Button id={id} kind="quiet" text={isLoadingMore ? say('app.loading') : text} onTap={onMore} />;
  return <Text className="meta more__end">{say('app.end')}</Text>;
}
