#!/usr/bin/env python3
"""Interleaved comparison of the peers (A B C ... A B C ...), and its table.

  compare.py run  [--plan closed,open,fanout,history,idle] [--systems a,b] [--rounds 3] [--until HH:MM] [--out run/results.jsonl]
  compare.py table [--out run/results.jsonl]

A run is marked noisy when processes that are not ours took more than NOISE cores during its measurement; the
table gives medians over the quiet runs of a cell where it has any ("2/3q": 2 of 3), else over all ("n").
"""
import argparse, json, os, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
JAR = HERE + '/target/parley-bench.jar'
NOISE = 0.25
P = HERE + '/peers/'

def sio(name, port, n=1):
    urls = ','.join('ws://127.0.0.1:%d' % (port + i) for i in range(n))
    return dict(system='socketio', url=urls, pids=[P + 'nodechat/nodechat.sh', 'pids', name])

def parley(name, base, n=1):
    # by name: the Origin of the handshake must be the public address
    urls = ','.join('ws://localhost:%d' % (base + i) for i in range(n))
    script = P + 'parley/parley.sh'
    return dict(system='parley', url=urls, pids=[script, 'pids', name], pg=[script, 'pg', name],
                prepare=lambda run, first, users, devices, group:
                    [script, 'ticket', name, run, str(first), str(users), str(devices), str(group)])

SYSTEMS = {
    'parley1': parley('parley1', 20500),
    'parley2': parley('parley2', 20600, 2),
    'sio1': sio('sio1', 20100),
    'sio1batch': sio('sio1batch', 20110),
    'sio2': sio('sio2', 20120, 2),
    'sio2batch': sio('sio2batch', 20130, 2),
    'sio1each': sio('sio1each', 20140),
    'ejabberd': dict(system='xmpp', url='ws://127.0.0.1:20300/ws', pids=[P + 'ejabberd/ejabberd.sh', 'pids']),
    'prosody': dict(system='xmpp', url='ws://127.0.0.1:20400/xmpp-websocket', pids=[P + 'prosody/prosody.sh', 'pids']),
    'rawnode': dict(system='raw', url='ws://127.0.0.1:20200/', pids=[P + 'rawws/rawws.sh', 'pids', 'node']),
    'rawjava': dict(system='raw', url='ws://127.0.0.1:20210/', pids=[P + 'rawws/rawws.sh', 'pids', 'java']),
    'rawjavapg': dict(system='raw', url='ws://127.0.0.1:20211/', pids=[P + 'rawws/rawws.sh', 'pids', 'javapg']),
}
PARLEY = ['parley1', 'parley2']
DURABLE = PARLEY + ['sio1', 'sio1batch', 'sio2', 'sio2batch', 'ejabberd', 'prosody', 'rawjavapg']
CEILING = ['rawnode', 'rawjava']
PLANS = {
    'closed': [('closed N=%d W=%d' % (n, w), '--mode closed --clients %d --window %d' % (n, w), DURABLE + CEILING)
               for n, w in ((200, 1), (200, 16), (1000, 1))],
    'closedmax': [('closed N=1000 W=16', '--mode closed --clients 1000 --window 16', DURABLE + CEILING)],
    # a rate is left out where the closed loop showed that the system cannot keep it
    'open': [('open %d/s' % r, '--mode open --clients 200 --rate %d' % r,
              [s for s in DURABLE if r <= {'prosody': 500, 'ejabberd': 1000}.get(s, 5000)] + (['rawjava'] if r in (1000, 5000) else []))
             for r in (500, 1000, 2000, 5000)],
    'fanout': [('fanout %d' % m, '--mode fanout --clients %d --window 1' % m,
                [s for s in DURABLE + CEILING if m == 100 or s != 'ejabberd']) for m in (100, 1000)],
    'history': [('history 50 of 100k', '--mode history --clients 16 --first-user 9998', ['parley1', 'sio1', 'ejabberd', 'prosody'])],
    'idle': [('idle 5000', '--mode idle --clients 5000', ['parley1', 'sio1', 'sio2', 'ejabberd', 'prosody'] + CEILING)],
    # for tails: with --warmup 10 --seconds 15, when the JIT compilers of client and server have settled
    'long': [('open %d/s, long' % r, '--mode open --clients 200 --rate %d' % r,
              PARLEY + ['rawjava', 'rawjavapg', 'sio1', 'sio1batch'] + (['ejabberd'] if r == 1000 else [])) for r in (1000, 2000, 5000)],
    'room1000': [('fanout 1000', '--mode fanout --clients 1000 --window 1', ['ejabberd'])],
    'order': [('order N=200 W=16', '--mode closed --clients 200 --window 16', ['sio1each', 'sio1'])],
}

def wait_quiet(limit):
    """Waits at most limit seconds for half a second in which the machine is nearly idle."""
    def sample():
        f = [int(x) for x in open('/proc/stat').readline().split()[1:9]]
        return sum(f), f[3] + f[4]
    end = time.time() + limit
    while time.time() < end:
        a, i = sample(); time.sleep(0.5); b, j = sample()
        if (j - i) / max(1, b - a) > 0.9:
            return

def once(name, cell, args, warmup, seconds):
    s = SYSTEMS[name]
    pids = subprocess.run(s['pids'], capture_output=True, text=True, check=True).stdout.strip()
    pg = subprocess.run(s.get('pg', [P + 'pg/pg.sh', 'pid']), capture_output=True, text=True, check=True).stdout.strip()
    run = '%x' % time.time_ns()
    group = int(time.time() * 10) % 100_000_000 + 1_000_000
    if 'prepare' in s:
        words = dict(zip(args.split()[::2], args.split()[1::2]))
        clients, mode = int(words['--clients']), words['--mode']
        users, devices = (1, clients) if mode == 'history' else (clients + (mode == 'fanout'), 1)
        subprocess.run(s['prepare'](run, words.get('--first-user', 0), users, devices, group if mode == 'fanout' else 0), check=True)
    cmd = ['java', '-Xmx2g', '-jar', JAR, '--system', s['system'], '--url', s['url'], '--label', name,
           '--run', run, '--group', str(group), '--warmup', str(warmup), '--seconds', str(seconds), '--pids', pids + ',pg:' + pg] + args.split()
    try:
        out = subprocess.run(cmd, capture_output=True, text=True, timeout=120).stdout.strip().splitlines()
        r = json.loads(out[-1]) if out else {'failed': 'no output'}
    except subprocess.TimeoutExpired:
        r = {'failed': 'took over 120 s'}
    r.update(label=name, cell=cell, at=time.strftime('%H:%M:%S'))
    return r

def quiet_runs(path, cell, name):
    if not os.path.exists(path):
        return 0
    rows = [json.loads(l) for l in open(path)]
    return sum(1 for r in rows if r['cell'] == cell and r['label'] == name and 'failed' not in r
               and (get(r, 'cores.others') or 0) < NOISE)

def run(a):
    for n in range(a.rounds):
        for plan in a.plan.split(','):
            for cell, args, systems in PLANS[plan]:
                names = [x for x in systems if not a.systems or x in a.systems.split(',')]
                names = names[n % len(names):] + names[:n % len(names)] if names else []
                for name in names:
                    if a.enough and quiet_runs(a.out, cell, name) >= a.enough:
                        continue
                    if a.until and time.strftime('%H:%M') >= a.until:
                        return
                    wait_quiet(a.quiet)
                    r = once(name, cell, args, a.warmup, a.seconds)
                    r['round'] = n
                    with open(a.out, 'a') as f:
                        f.write(json.dumps(r) + '\n')
                    print(r['at'], cell, name, r.get('failed') or summary(r), flush=True)

def get(r, path):
    for p in path.split('.'):
        r = r.get(p) if isinstance(r, dict) else None
    return r

def summary(r):
    keys = ['acked_per_s', 'delivered_per_s', 'delivery_ms.p50', 'delivery_ms.p99', 'pages_per_s', 'page_ms.p99',
            'kb_per_connection.server', 'cores.others']
    return ' '.join('%s=%s' % (k, round(get(r, k), 2)) for k in keys if get(r, k) is not None)

COLUMNS = [('acked/s', 'acked_per_s', 0), ('delivered/s', 'delivered_per_s', 0),
           ('dlv p50', 'delivery_ms.p50', 2), ('p95', 'delivery_ms.p95', 1), ('p99', 'delivery_ms.p99', 1), ('p99.9', 'delivery_ms.p999', 1),
           ('ack p50', 'ack_ms.p50', 2), ('ack p99', 'ack_ms.p99', 1),
           ('pages/s', 'pages_per_s', 0), ('page p50', 'page_ms.p50', 2), ('page p99', 'page_ms.p99', 1), ('short pages', 'short_pages', 0),
           ('KB/conn', 'kb_per_connection.server', 1), ('pg KB/conn', 'kb_per_connection.pg', 1),
           ('srv CPU', 'cpu.server', 3), ('pg CPU', 'cpu.pg', 3), ('redis CPU', 'cpu.redis', 3), ('broker CPU', 'cpu.broker', 3), ('client CPU', 'cpu.client', 3),
           ('srv cores', 'cores.server', 2), ('pg cores', 'cores.pg', 2), ('client cores', 'cores.client', 2), ('others', 'cores.others', 2)]

def table(a):
    rows = [json.loads(l) for l in open(a.out)]
    cells = list(dict.fromkeys(r['cell'] for r in rows))
    for cell in cells:
        here = [r for r in rows if r['cell'] == cell]
        lines = []
        for name in dict.fromkeys(n for n in SYSTEMS if any(r['label'] == n for r in here)):
            all_ = [r for r in here if r['label'] == name]
            ok = [r for r in all_ if 'failed' not in r]
            quiet = [r for r in ok if (get(r, 'cores.others') or 0) < NOISE]
            use = quiet or ok
            for r in use:
                r['cpu'] = r.get('cpu_s_per_1k') or r.get('cpu_s_per_1k_deliveries')
            v = []
            for _, path, d in COLUMNS:
                x = [get(r, path) for r in use if get(r, path) is not None]
                v.append('%.*f' % (d, statistics.median(x)) if x else '')
            viol = {}
            for r in ok:
                for k, n in (r.get('violations') or {}).items():
                    if n:
                        viol[k] = viol.get(k, 0) + n
            notes = '%d/%d%s' % (len(use), len(all_), 'q' if use is quiet else 'n')
            lines.append([name] + v + [' '.join('%s=%d' % i for i in viol.items()) or '0', notes])
        head = ['system'] + [c[0] for c in COLUMNS] + ['violations', 'runs']
        keep = [i for i in range(len(head)) if i == 0 or any(l[i] for l in lines)]
        print('\n### ' + cell + '\n')
        print('| ' + ' | '.join(head[i] for i in keep) + ' |')
        print('|' + '---|' * len(keep))
        for l in lines:
            print('| ' + ' | '.join(l[i] for i in keep) + ' |')

p = argparse.ArgumentParser()
p.add_argument('what', choices=['run', 'table'])
p.add_argument('--plan', default='closed,open,fanout,history')
p.add_argument('--systems', default='')
p.add_argument('--rounds', type=int, default=3)
p.add_argument('--enough', type=int, default=0, help='skip what already has that many quiet runs')
p.add_argument('--until', default='')
p.add_argument('--warmup', type=int, default=3)
p.add_argument('--seconds', type=int, default=6)
p.add_argument('--quiet', type=int, default=10, help='seconds to wait for a quiet machine before each run')
p.add_argument('--out', default=HERE + '/run/results.jsonl')
a = p.parse_args()
run(a) if a.what == 'run' else table(a)
