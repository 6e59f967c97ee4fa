import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tap } from './tap';

interface RowProps {
  readonly id?: string;
  readonly title: string;
  readonly value?: string;
  readonly onTap?: () => void;
  /** A control at the end in place of a value. */
  readonly children?: ReactNode;
}

/** One line of a list card: what it is, what it says, and a way on when there is one. */
export function Row({ id, title, value, onTap, children }: RowProps) {
  const content = (
    <>
      <Text className="row__title">{title}</Text>
      {value === undefined ? null : <Text className="row__value">{value}</Text>}
      {children}
      {onTap === undefined ? null : <View className="row__arrow" />}
    </>
  );
  const named = id === undefined ? {} : { id };
  return onTap === undefined ? (
    <View className="row" {...named}>
      {content}
    </View>
  ) : (
    <Tap className="row" {...named} onTap={onTap}>
      {content}
    </Tap>
  );
}
