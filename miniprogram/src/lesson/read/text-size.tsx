import { Text, View } from '@tarojs/components';
import { Tap } from '../../components/tap';
import { changePreferences, preferences, READING_SIZES } from '../../phone/preferences';
import { useStore } from '../../phone/store';
import { say } from '../../words/say';

/** Size of the reading text, on top of the large-text mode of the whole app. */
export function TextSize() {
  const { readingSize } = useStore(preferences);
  return (
    <View className="text-size">
      <Text className="meta text-size__label">{say('lesson.text_size')}</Text>
      {READING_SIZES.map((size) => (
        <Tap
          key={size}
          id={`text-size-${size}`}
          className={`text-size__choice ${size === readingSize ? 'text-size__choice--on' : ''}`}
          role="radio"
          isOn={size === readingSize}
          onTap={() => {
            changePreferences({ readingSize: size });
          }}
        >
          <Text>{say(`lesson.text_size.${size}`)}</Text>
        </Tap>
      ))}
    </View>
  );
}
