import { Image, Text, View } from '@tarojs/components';
import { REPORT_PICTURES_MAX } from '@siyu/shared/contracts/verification.limits';
import { Button } from '../../components/button';
import { pickPictures } from '../../phone/pick-pictures';
import { say } from '../../words/say';

interface ReportPicturesProps {
  readonly paths: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (change: (paths: readonly string[]) => readonly string[]) => void;
}

/** Screenshots for a report, each to be looked at and taken out again before it is sent. */
export function ReportPictures({ paths, isDisabled, onChange }: ReportPicturesProps) {
  const add = async (): Promise<void> => {
    const picked = await pickPictures(REPORT_PICTURES_MAX - paths.length);
    onChange((before) => [...new Set([...before, ...picked])].slice(0, REPORT_PICTURES_MAX));
  };
  return (
    <View className="verify__pictures">
      {paths.map((path, index) => (
        <View key={path} className="verify__picture">
          <Image
            className="verify__image"
            src={path}
            mode="aspectFill"
            ariaLabel={say('verify.report.picture', { n: index + 1 })}
          />
          <Button
            id={`report-remove-${index}`}
            kind="quiet"
            text={say('verify.report.picture.remove')}
            isDisabled={isDisabled}
            onTap={() => {
              onChange((before) => before.filter((each) => each !== path));
            }}
          />
        </View>
      ))}
      {paths.length < REPORT_PICTURES_MAX ? (
        <Button
          id="report-add"
          kind="line"
          text={say('verify.report.picture.add')}
          isDisabled={isDisabled}
          onTap={() => void add()}
        />
      ) : null}
      <Text className="verify__words">{say('verify.report.picture.hint')}</Text>
    </View>
  );
}
