import { Text, View } from '@tarojs/components';
import { Tap } from './tap';

interface TickProps {
  readonly id: string;
  readonly text: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onTap: () => void;
}

/** Something that the member says by ticking it. */
export function Tick({ id, text, isOn, isDisabled = false, onTap }: TickProps) {
  return (
    <Tap
      id={id}
      className="consent__head"
      label={text}
      role="checkbox"
      isOn={isOn}
      isDisabled={isDisabled}
      onTap={onTap}
    >
      <View className={`consent__box ${isOn ? 'consent__box--on' : ''}`}>
        {isOn ? <View className="consent__tick" /> : null}
      </View>
      <Text className="consent__title">{text}</Text>
    </Tap>
  );
}
