import { Image, Text, View } from '@tarojs/components';
import type { MemberMessage } from '@siyu/shared/messages';
import { Button } from '../../components/button';
import { pickPictures } from '../../phone/pick-pictures';
import { say } from '../../words/say';
import './picked-pictures.scss';

interface PickedPicturesProps {
  /** What they belong to; the ids of the buttons begin with it. */
  readonly name: string;
  readonly max: number;
  readonly hint: MemberMessage;
  readonly paths: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (change: (paths: readonly string[]) => readonly string[]) => void;
}

/** Pictures that go along with what was written, each to be looked at and taken out again before it is sent. */
export function PickedPictures({ name, max, hint, paths, isDisabled, onChange }: PickedPicturesProps) {
  const add = async (): Promise<void> => {
    const picked = await pickPictures(max - paths.length);
    onChange((before) => [...new Set([...before, ...picked])].slice(0, max));
  };
  return (
    <View className="pictures">
      {paths.map((path, index) => (
        <View key={path} className="pictures__one">
          <Image
            className="pictures__image"
            src={path}
            mode="aspectFill"
            ariaLabel={say('pictures.one', { n: index + 1 })}
          />
          <Button
            id={`${name}-remove-${index}`}
            kind="quiet"
            text={say('pictures.remove')}
            isDisabled={isDisabled}
            onTap={() => {
              onChange((before) => before.filter((each) => each !== path));
            }}
          />
        </View>
      ))}
      {paths.length < max ? (
        <Button
          id={`${name}-add`}
          kind="line"
          text={say('pictures.add')}
          isDisabled={isDisabled}
          onTap={() => void add()}
        />
      ) : null}
      <Text className="pictures__hint">{say(hint)}</Text>
    </View>
  );
}
