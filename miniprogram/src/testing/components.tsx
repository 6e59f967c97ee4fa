import { createElement, type ReactNode } from 'react';

interface StandInProps {
  readonly children?: ReactNode;
  readonly [name: string]: unknown;
}

/** Taro's components as plain elements; what only WeChat understands is left out. */
const standIn =
  (tag: string) =>
  ({
    children,
    hoverClass: _hover,
    hoverStayTime: _stay,
    ariaRole: _role,
    ariaLabel,
    style,
    ...rest
  }: StandInProps) =>
    createElement(
      tag,
      {
        ...rest,
        ...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel }),
        ...(style === undefined ? {} : { 'data-style': style }),
      },
      children,
    );

export const View = standIn('div');
export const Text = standIn('span');
const Picture = standIn('img');
export const Image = ({
  mode: _mode,
  lazyLoad: _lazy,
  webp: _webp,
  showMenuByLongpress: _menu,
  nativeProps,
  ...rest
}: StandInProps) => <Picture {...rest} {...(typeof nativeProps === 'object' ? nativeProps : {})} />;

/** What plays: a spec tells it that the picture has moved, and to which second. */
export const Video = ({ onTimeUpdate, onPause, onError, id, src }: StandInProps) => {
  const told = (then: unknown, event?: object) => () =>
    typeof then === 'function' ? void Reflect.apply(then, null, [event]) : undefined;
  return createElement('video', {
    id,
    src,
    onTimeUpdate: ({ target }: { target: HTMLVideoElement }) =>
      told(onTimeUpdate, { detail: { currentTime: target.currentTime } })(),
    onPause: told(onPause),
    onError: told(onError),
  });
};

interface InputProps {
  readonly onInput?: (event: { readonly detail: { readonly value: string } }) => void;
  readonly maxlength?: number;
  readonly placeholderClass?: string;
  readonly ariaLabel?: string;
  readonly [name: string]: unknown;
}

/** Taro tells what was written in `detail`. */
const field =
  (tag: 'input' | 'textarea') =>
  ({
    onInput,
    maxlength,
    placeholderClass: _class,
    autoHeight: _height,
    ariaLabel,
    type: _type,
    ...rest
  }: InputProps) =>
    createElement(tag, {
      ...rest,
      maxLength: maxlength,
      'aria-label': ariaLabel,
      onChange: ({ target }: { target: { value: string } }) => onInput?.({ detail: { value: target.value } }),
    });

export const Input = field('input');
export const Textarea = field('textarea');
/** Only what asks WeChat for something is a button of its own. */
export const Button = ({ openType, ...rest }: StandInProps) =>
  standIn('button')({ ...rest, 'data-ask': openType });
