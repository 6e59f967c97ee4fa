import { View } from '@tarojs/components';

/** A few words that say what kind of thing this is, or why it is here. */
export function Chip({
  text,
  tone = 'ink',
}: {
  readonly text: string;
  readonly tone?: 'ink' | 'gold' | 'success';
}) {
  return <View className={`chip chip--${tone}`}>{text}</View>;
}
