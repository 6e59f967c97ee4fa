import { Text, View } from '@tarojs/components';
import { RECORDED_KIND_OF, RECORDED_KINDS, type RecordedKind } from '@siyu/shared/contracts/privacy.limits';
import { useState } from 'react';
import { Tap } from '../../components/tap';
import { isMemberMessage, say } from '../../words/say';

/** What is recorded and why; a touch tells how long, on which basis, and every sort of entry by name. */
export function RecordedKinds() {
  return (
    <View id="recorded-kinds" className="card card--rows">
      {RECORDED_KINDS.map((kind) => (
        <Recorded key={kind} kind={kind} />
      ))}
    </View>
  );
}

function Recorded({ kind }: { readonly kind: RecordedKind }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="recorded">
      <View className="recorded__head">
        <Text className="recorded__what">{say(`recorded.kind.${kind}`)}</Text>
        <Tap
          id={`recorded-${kind}`}
          className="link"
          label={say(isOpen ? 'copy.fold' : 'privacy.more', { what: say(`recorded.kind.${kind}`) })}
          onTap={() => {
            setOpen(!isOpen);
          }}
        >
          <Text>{say(isOpen ? 'copy.fold' : 'copy.open')}</Text>
        </Tap>
      </View>
      <Text className="recorded__why">{say(`recorded.kind.${kind}.why`)}</Text>
      {isOpen ? (
        <>
          <Text className="recorded__why">
            {say('privacy.kept', { kept: say(`recorded.kind.${kind}.kept`) })}
          </Text>
          <Text className="recorded__why">
            {say('privacy.basis', { basis: say(`recorded.kind.${kind}.basis`) })}
          </Text>
          <Entries kind={kind} />
        </>
      ) : null}
    </View>
  );
}

function Entries({ kind }: { readonly kind: RecordedKind }) {
  const names = Object.entries(RECORDED_KIND_OF).flatMap(([type, of]) => {
    const code = `recorded.event.${type}`;
    return of === kind && isMemberMessage(code) ? [say(code)] : [];
  });
  if (names.length === 0) return null;
  return <Text className="recorded__why">{say('privacy.entries', { entries: names.join('、') })}</Text>;
}
