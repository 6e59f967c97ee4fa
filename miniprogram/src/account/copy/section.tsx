import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Tap } from '../../components/tap';
import { say } from '../../words/say';

interface SectionProps {
  readonly name: string;
  readonly title: string;
  /** What is inside, in a few characters. */
  readonly summary?: string;
  /** Stands open and cannot be folded. */
  readonly isFixed?: boolean;
  readonly children: () => ReactNode;
}

/** A part of the copy. Folded at first, so that the page is short and a phone has little to draw. */
export function Section({ name, title, summary, isFixed = false, children }: SectionProps) {
  const [isOpen, setOpen] = useState(false);
  const head = (
    <>
      <Text className="copy__title">{title}</Text>
      {summary === undefined ? null : <Text className="meta copy__summary">{summary}</Text>}
      {isFixed ? null : <Text className="copy__fold">{say(isOpen ? 'copy.fold' : 'copy.open')}</Text>}
    </>
  );
  return (
    <View id={`copy-${name}`} className="card card--rows">
      {isFixed ? (
        <View className="copy__head">{head}</View>
      ) : (
        <Tap
          id={`open-${name}`}
          className="copy__head"
          onTap={() => {
            setOpen(!isOpen);
          }}
        >
          {head}
        </Tap>
      )}
      {isFixed || isOpen ? <View className="copy__body">{children()}</View> : null}
    </View>
  );
}

/** A line of a part: what, and when or how much. */
export function Line({ what, value }: { readonly what: string; readonly value?: string }) {
  return (
    <View className="copy__line">
      <Text className="copy__what">{what}</Text>
      {value === undefined ? null : <Text className="copy__value">{value}</Text>}
    </View>
  );
}

/** Says that only the latest are shown, or that there are none. */
export function Extent({ total, shown }: { readonly total: number; readonly shown: number }) {
  if (total > 0 && total <= shown) return null;
  return (
    <Text className="copy__note">
      {total === 0 ? say('copy.none') : say('copy.latest', { total, count: shown })}
    </Text>
  );
}
