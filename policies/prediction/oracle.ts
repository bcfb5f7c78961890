import { definePrediction, HOW } from './contract.ts';

/** Knows all requests, and proposes each one just in time. What it reaches bounds what any predictor can. */
export const oracle = definePrediction({
  name: 'oracle',
  summary: 'Proposes every request just before it comes: the bound that predictors are measured against',
  about:
    'It reads the workload ahead by the time of a fetch and the lead, and proposes whatever will be asked for there. Only fetches that take ' +
    'longer than on average come late, and only what does not fit into the cache is fetched in vain.',
  paper: null,
  parameters: {
    lead: {
      type: 'duration',
      default: 0.1,
      min: 0.001,
      max: 86_400,
      summary: 'how much earlier than a fetch takes on average it proposes a request',
    },
    ...HOW,
    throttle: { ...HOW.throttle, default: false },
  },
  capabilities: { clairvoyant: true },
  create({ future, fetchSeconds, propose, wakeAt }, { lead }) {
    const ahead = fetchSeconds + lead;
    let more = future?.advance() ?? false;
    // The same difference as it asks to be woken at: rounded otherwise, a wake could find nothing and ask for itself for ever.
    const look = (now: number) => {
      for (; more && future!.time - ahead <= now; more = future!.advance())
        if (future!.time > now) propose(future!.id, 1);
      if (more) wakeAt(future!.time - ahead);
    };
    return { request: (_id, now) => look(now), wake: look };
  },
});
