import { Text } from '@tarojs/components';
import { Tap } from './tap';

interface ButtonProps {
  readonly id: string;
  readonly text: string;
  readonly kind?: 'main' | 'line' | 'quiet';
  readonly isDisabled?: boolean;
  readonly onTap: () => void;
}

/** An action of a page; one `main` at most on a screen. */
export function Button({ id, text, kind = 'main', isDisabled = false, onTap }: ButtonProps) {
  return (
    <Tap id={id} className={`button button--${kind}`} isDisabled={isDisabled} onTap={onTap}>
      <Text>{text}</Text>
    </Tap>
  );
}
