import type { SimDocument } from '../../engine/documents/sim.ts';
import { placesOf } from '../charts/answerers.ts';
import type { Cell, Table } from './table.ts';

/** What is behind the pictures of the workload and of where its keys lie. */
export function workloadTables(document: SimDocument): Table[] {
  const { residencyMap, workloadStatistics } = document;
  const places = placesOf(document);
  return [
    ...(residencyMap
      ? [
          {
            id: 'residency',
            title: 'Where watched keys lay, share of looks',
            columns: [
              { name: 'rank', format: 'count' as const },
              { name: 'requests', format: 'count' as const },
              ...places.map(name => ({ name, format: 'ratio' as const })),
              { name: 'nowhere', format: 'ratio' as const },
            ],
            rows: residencyMap.keys.map(({ rank, requests, places: letters }): Cell[] => {
              const share = (letter: string) =>
                letters.length === 0 ? null : (letters.split(letter).length - 1) / letters.length;
              return [rank, requests, ...places.map((_, place) => share(place.toString(36))), share('.')];
            }),
          },
        ]
      : []),
    ...(workloadStatistics ? statisticsTables(workloadStatistics) : []),
  ];
}

function statisticsTables({ ranks, distances, workingSet }: NonNullable<SimDocument['workloadStatistics']>): Table[] {
  return [
    {
      id: 'ranks',
      title: 'Requests for a key by its rank',
      columns: [
        { name: 'rank', format: 'count' },
        { name: 'requests', format: 'count' },
      ],
      rows: ranks.map(({ rank, requests }) => [rank, requests]),
    },
    {
      id: 'distances',
      title: 'Reuses by distance, in records',
      columns: [
        { name: 'more than', format: 'count' },
        { name: 'at most', format: 'count' },
        { name: 'reuses', format: 'count' },
      ],
      rows: distances.map(({ from, to, reuses }) => [Math.floor(from), Math.floor(to), reuses]),
    },
    {
      id: 'working-set',
      title: 'Working set, in equal parts of the workload',
      columns: [
        { name: 'first record', format: 'count' },
        { name: 'records', format: 'count' },
        { name: 'distinct keys', format: 'count' },
        { name: 'new keys', format: 'count' },
      ],
      rows: workingSet.map(({ from, operations, keys, newKeys }) => [from, operations, keys, newKeys]),
    },
  ];
}
