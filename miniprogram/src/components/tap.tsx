import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

interface TapProps {
  readonly id?: string;
  readonly className?: string;
  /** What a screen reader says when the content does not say it. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  /** Given for a switch: whether it is on. */
  readonly isOn?: boolean;
  /** Given for one of several choices: whether it is the one. */
  readonly isChosen?: boolean;
  readonly onTap: () => void;
  readonly children?: ReactNode;
}

const isBrowser = process.env.TARO_ENV !== 'weapp';
/** A browser also has a keyboard and needs to be told what can be reached with it. */
const reachable = process.env.TARO_ENV === 'h5' ? { tabindex: '0' } : {};

function roleOf(isOn: boolean | undefined, isChosen: boolean | undefined) {
  if (isOn !== undefined) return { role: 'switch', 'aria-checked': isOn };
  if (isChosen !== undefined) return { role: 'radio', 'aria-checked': isChosen };
  return { role: 'button' };
}

/** For screen readers. Taro's templates for WeChat pass none of it on: there it would only make the data longer. */
function forReaders({ label, isDisabled = false, isOn, isChosen }: TapProps) {
  if (!isBrowser) return {};
  return {
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(isDisabled ? { 'aria-disabled': true } : reachable),
    ...roleOf(isOn, isChosen),
  };
}

/** Anything that answers to a touch: one way to show the touch, one role for screen readers. */
export function Tap(props: TapProps) {
  const { id, className = '', isDisabled = false, onTap, children } = props;
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={`tap ${className} ${isDisabled ? 'tap--disabled' : ''}`}
      hoverClass={isDisabled ? 'none' : 'tap--held'}
      hoverStayTime={80}
      {...forReaders(props)}
      onClick={() => {
        if (!isDisabled) onTap();
      }}
    >
      {children}
    </View>
  );
}
