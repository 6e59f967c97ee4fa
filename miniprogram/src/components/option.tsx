import { Text, View } from '@tarojs/components';
import { Tap } from './tap';

interface OptionProps {
  readonly id: string;
  readonly text: string;
  /** One of several, or any number of them. */
  readonly role?: 'radio' | 'checkbox';
  readonly isOn: boolean;
  readonly onTap: () => void;
}

/** An answer to choose. */
export function Option({ id, text, role = 'radio', isOn, onTap }: OptionProps) {
  return (
    <Tap
      id={id}
      className={`option ${role === 'checkbox' ? 'option--several' : ''} ${isOn ? 'option--chosen' : ''}`}
      role={role}
      isOn={isOn}
      onTap={onTap}
    >
      <View className="option__dot" />
      <Text className="option__text">{text}</Text>
    </Tap>
  );
}
