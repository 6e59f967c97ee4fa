import { View } from '@tarojs/components';
import type { GroupCard } from '@siyu/shared/contracts/communities';
import { Row } from '../../components/row';
import { useStore } from '../../phone/store';
import { groupEntry } from '../../queues/group-entry';
import { openGroup } from '../../reading/open-group';
import { say } from '../../words/say';

/** The way to the page of the group from which the app was opened, when that is one of ours. */
export function GroupRow() {
  const { group } = useStore(groupEntry);
  // Its own element: a row that comes later leaves the data of the rest as it is.
  return <View>{group === null ? null : <Way group={group} />}</View>;
}

function Way({ group }: { readonly group: GroupCard }) {
  const { groupId, name } = group;
  return (
    <View className="card card--rows">
      <Row
        id="from-group"
        title={say('group.from_here', { name })}
        value={say('group.from_here.value')}
        onTap={() => {
          openGroup(groupId);
        }}
      />
    </View>
  );
}
