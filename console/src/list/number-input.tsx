import { Input, type InputNumberProps } from 'antd';
import { lazy, Suspense, type ComponentType } from 'react';

const Whole = lazy<ComponentType<InputNumberProps<number>>>(() => import('./number-input.lazy.tsx'));
const Decimal = lazy<ComponentType<InputNumberProps<string>>>(() => import('./number-input.lazy.tsx'));

/** A field for a number. It comes when the first one is shown, as a date picker does; its place is kept until then. */
export function NumberInput(props: InputNumberProps<number>) {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <Whole {...props} />
    </Suspense>
  );
}

/** The same for decimals that are read as they were typed, such as yuan. */
export function DecimalInput(props: InputNumberProps<string>) {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <Decimal {...props} />
    </Suspense>
  );
}

/** Named as it will be, since whoever hears the page may come by meanwhile. */
function Waiting({
  id,
  className,
  'aria-label': label,
}: Pick<InputNumberProps, 'id' | 'className' | 'aria-label'>) {
  return (
    <Input
      disabled
      aria-label={label}
      {...(id !== undefined && { id })}
      {...(className !== undefined && { className })}
    />
  );
}
