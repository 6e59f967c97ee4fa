import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { GroupCard, MyGroups } from '@siyu/shared/contracts/communities';
import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { Tap } from '../../components/tap';
import { useStore } from '../../phone/store';
import { groupEntry } from '../../queues/group-entry';
import { openGroup } from '../../reading/open-group';
import { goToSchool } from '../../reading/open-lesson';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { say } from '../../words/say';
import './index.scss';

/** The groups of the firm that the member is tied to. */
export default function GroupsPage() {
  const { phase } = useStore(session);
  const { isUntold } = useStore(groupEntry);
  const { data, problem, reload } = useLoaded<MyGroups>(
    'groups',
    () => call(communitiesRoutes.listMyGroups, {}),
    phase === 'entered' && !isUntold,
  );
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Screen name="groups">
      {data !== null ? (
        <Groups groups={data.groups} />
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={1} />
      )}
    </Screen>
  );
}

function Groups({ groups }: { readonly groups: readonly GroupCard[] }) {
  if (groups.length === 0)
    return (
      <Blank
        title={say('groups.empty')}
        hint={say('groups.empty.hint')}
        action={{ id: 'groups-to-school', text: say('groups.empty.action'), onTap: goToSchool }}
      />
    );
  return (
    <>
      <Text className="sub">{say('groups.hint')}</Text>
      <View id="my-groups-list" className="card card--rows">
        {groups.map((group) => (
          <Tap
            key={group.groupId}
            id={`group-${group.groupId}`}
            className="my-group"
            onTap={() => {
              openGroup(group.groupId);
            }}
          >
            <View className="my-group__words">
              <Text className="my-group__name">{group.name}</Text>
              <Text className="meta">{inWords(group)}</Text>
            </View>
            <View className="row__arrow" />
          </Tap>
        ))}
      </View>
    </>
  );
}

const inWords = ({ ownerName, memberCount: count }: GroupCard): string =>
  ownerName === null ? say('groups.no_owner', { count }) : say('groups.owner', { name: ownerName, count });
