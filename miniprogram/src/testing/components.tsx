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
