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

interface InputProps {
  readonly onInput?: (event: { readonly detail: { readonly value: string } }) => void;
  readonly maxlength?: number;
  readonly placeholderClass?: string;
  readonly ariaLabel?: string;
  readonly [name: string]: unknown;
}

/** Taro tells what was written in `detail`. */
export const Input = ({
  onInput,
  maxlength,
  placeholderClass: _class,
  ariaLabel,
  type: _type,
  ...rest
}: InputProps) =>
  createElement('input', {
    ...rest,
    maxLength: maxlength,
    'aria-label': ariaLabel,
    onChange: ({ target }: { target: { value: string } }) => onInput?.({ detail: { value: target.value } }),
  });
