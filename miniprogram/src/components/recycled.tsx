import { View } from '@tarojs/components';
import Taro, { type PageInstance } from '@tarojs/taro';
import { type ReactNode, useEffect, useState } from 'react';
import { preferences } from '../phone/preferences';
import { watchSight } from '../phone/sight';
import { useStore } from '../phone/store';

/** A phone holds this many at once without stuttering. */
const WHOLE_UP_TO = 40;
const PART = 10;

interface RecycledProps<T> {
  readonly id: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly render: (item: T) => ReactNode;
  /** How many stand on the page in all, when other lists share it. */
  readonly inAll?: number;
}

/**
 * A list of any length of which only what is near is built. The rest is an empty part as tall as it was when it
 * was last seen, so nothing moves under the reader.
 */
export function Recycled<T>({ id, items, keyOf, render, inAll = items.length }: RecycledProps<T>) {
  // The page it stands on; later another one may be the present one.
  const [page] = useState(() => Taro.getCurrentInstance().page);
  const starts = Array.from({ length: Math.ceil(items.length / PART) }, (_, index) => index * PART);
  return (
    <>
      {starts.map((start) => {
        const part = items.slice(start, start + PART);
        return (
          <Part
            key={start}
            page={page}
            id={`${id}-${start}`}
            content={part.map(keyOf).join()}
            isWatched={inAll > WHOLE_UP_TO}
            children={() => part.map(render)}
          />
        );
      })}
    </>
  );
}

interface PartProps {
  readonly page: PageInstance | null;
  readonly id: string;
  /** What is in it, by its keys. */
  readonly content: string;
  readonly isWatched: boolean;
  readonly children: () => ReactNode;
}

function Part({ page, id, content, isWatched, children }: PartProps) {
  const { isLargeText } = useStore(preferences);
  // A height is worth as much as what it was measured for: this content in this size of text.
  const measured = `${isLargeText ? 'large' : 'normal'} ${content}`;
  const [far, setFar] = useState<{ readonly measured: string; readonly height: number } | null>(null);
  useEffect(() => {
    if (!isWatched) {
      setFar(null);
      return undefined;
    }
    return watchSight(page, id, ({ isNear, height }) => {
      setFar(isNear ? null : { measured, height });
    });
  }, [page, id, isWatched, measured]);
  const isBuilt = far === null || far.measured !== measured;
  return (
    <View id={id} className="part" {...(isBuilt ? {} : { style: `height: ${far.height}px` })}>
      {isBuilt ? children() : null}
    </View>
  );
}
