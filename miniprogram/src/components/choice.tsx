import { Text, View } from '@tarojs/components';
import { Tap } from './tap';

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>({ id, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <View className="choice">
      {options.map((option) => (
        <Tap
          key={option.value}
          id={`${id}-${option.value}`}
          className={`choice__one ${option.value === value ? 'choice__one--on' : ''}`}
          role="radio"
          isOn={option.value === value}
          onTap={() => {
            onChange(option.value);
          }}
        >
          <Text>{option.text}</Text>
        </Tap>
      ))}
    </View>
  );
}
