import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

interface TapProps {
  readonly id?: string;
  readonly className?: string;
  /** What a screen reader says when the content does not say it. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  /** What it is to a screen reader; all but a button are on or off. */
  readonly role?: 'button' | 'switch' | 'radio' | 'checkbox';
  readonly isOn?: boolean;
  readonly onTap: () => void;
  readonly children?: ReactNode;
}

const isBrowser = process.env.TARO_ENV !== 'weapp';
/** A browser also has a keyboard and needs to be told what can be reached with it. */
const reachable = process.env.TARO_ENV === 'h5' ? { tabindex: '0' } : {};

/** For screen readers. Taro's templates for WeChat pass none of it on: there it would only make the data longer. */
function forReaders({ label, isDisabled = false, role = 'button', isOn = false }: TapProps) {
  if (!isBrowser) return {};
  return {
    role,
    ...(role === 'button' ? {} : { 'aria-checked': isOn }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(isDisabled ? { 'aria-disabled': true } : reachable),
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
