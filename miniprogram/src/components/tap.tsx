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

/** A browser also has a keyboard and needs to be told what can be reached with it. */
const reachable = process.env.TARO_ENV === 'h5' ? { tabindex: '0' } : {};

function roleOf(isOn: boolean | undefined, isChosen: boolean | undefined) {
  if (isOn !== undefined) return { ...named('switch'), 'aria-checked': isOn };
  if (isChosen !== undefined) return { ...named('radio'), 'aria-checked': isChosen };
  return named('button');
}

/** WeChat reads a name of its own, which in a browser would be an attribute that no reader knows. */
function named(role: 'button' | 'switch' | 'radio') {
  return process.env.TARO_ENV === 'h5' ? { role } : { ariaRole: role, role };
}

/** Anything that answers to a touch: one way to show the touch, one role for screen readers. */
export function Tap({
  id,
  className = '',
  label,
  isDisabled = false,
  isOn,
  isChosen,
  onTap,
  children,
}: TapProps) {
  return (
    <View
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { ariaLabel: label, 'aria-label': label })}
      className={`tap ${className} ${isDisabled ? 'tap--disabled' : ''}`}
      {...(isDisabled ? { 'aria-disabled': true } : reachable)}
      hoverClass={isDisabled ? 'none' : 'tap--held'}
      hoverStayTime={80}
      {...roleOf(isOn, isChosen)}
      onClick={() => {
        if (!isDisabled) onTap();
      }}
    >
      {children}
    </View>
  );
}
