import '../../../lib/main.libsonnet'
