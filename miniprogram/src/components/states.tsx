import { Text, View } from '@tarojs/components';
import { say } from '../words/say';
import { Button } from './button';

/** The shape of what is about to come, while it loads. */
export function Skeleton({ cards = 3 }: { readonly cards?: number }) {
  return (
    <View className="skeleton" role="status" ariaLabel={say('app.loading')}>
      {Array.from({ length: cards }, (_, index) => (
        <View className="card" key={index}>
          <View className="skeleton__line skeleton__line--short" />
          <View className="skeleton__line" />
          <View className="skeleton__line skeleton__line--half" />
        </View>
      ))}
    </View>
  );
}

interface BlankProps {
  readonly title: string;
  readonly hint: string;
  readonly action?: { readonly id: string; readonly text: string; readonly onTap: () => void };
}

/** Nothing here yet, and what to do next. */
export function Blank({ title, hint, action }: BlankProps) {
  return (
    <View className="card blank">
      <View className="blank__drawing">
        <View className="blank__page" />
        <View className="blank__page blank__page--front" />
      </View>
      <Text className="blank__title">{title}</Text>
      <Text className="blank__hint">{hint}</Text>
      {action === undefined ? null : (
        <Button id={action.id} kind="line" text={action.text} onTap={action.onTap} />
      )}
    </View>
  );
}

/** What went wrong in a plain sentence, and another try. */
export function Failure({ sentence, onRetry }: { readonly sentence: string; readonly onRetry: () => void }) {
  return (
    <View className="card failure">
      <Text className="failure__sentence">{sentence}</Text>
      <Button id="retry" kind="line" text={say('app.retry')} onTap={onRetry} />
    </View>
  );
}
