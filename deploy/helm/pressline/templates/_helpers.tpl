{{/* What everything of a release is called. */}}
{{- define "pressline.fullname" -}}
{{- if contains "pressline" .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-pressline" .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end }}

{{/* The labels by which the pods of a part are found; takes root and component. */}}
{{- define "pressline.selector" -}}
app.kubernetes.io/name: pressline
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* The labels of everything; takes root and component. */}}
{{- define "pressline.labels" -}}
{{ include "pressline.selector" . }}
app.kubernetes.io/part-of: pressline
{{- end }}

{{/* The Strimzi cluster. */}}
{{- define "pressline.cluster" -}}
{{- .Values.kafka.cluster | default (include "pressline.fullname" .) -}}
{{- end }}

{{/* A group, or a topic that each generation has of its own, as this one calls it; takes root and name. */}}
{{- define "pressline.own" -}}
{{- .name }}{{ with .root.Values.generation }}.{{ . }}{{ end -}}
{{- end }}

{{/* The store's endpoint. */}}
{{- define "pressline.store" -}}
{{- .Values.store.endpoint | default (printf "http://%s-store:9000" (include "pressline.fullname" .)) -}}
{{- end }}

{{/* The image of a service; takes root and part. */}}
{{- define "pressline.image" -}}
{{- $values := index .root.Values .part -}}
{{- .root.Values.image.registry }}pressline/{{ .part }}-service
{{- with $values.digest }}@{{ . }}{{ else }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}{{ end -}}
{{- end }}

{{/* Who may do what in a pod of ours. */}}
{{- define "pressline.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "pressline.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* Settings of all services. */}}
{{- define "pressline.settings" -}}
KAFKA_BOOTSTRAP_SERVERS: {{ .Values.kafka.bootstrapServers | default (printf "%s-kafka-bootstrap:9093" (include "pressline.cluster" .)) | quote }}
KAFKA_SECURITY_PROTOCOL: SASL_SSL
KAFKA_SASL_MECHANISM: SCRAM-SHA-512
KAFKA_SSL_TRUSTSTORE_TYPE: PEM
KAFKA_SSL_TRUSTSTORE_LOCATION: /etc/pressline/kafka/ca.crt
PRESSLINE_STORE_ENDPOINT: {{ include "pressline.store" . | quote }}
PRESSLINE_STORE_REGION: {{ .Values.store.region | quote }}
PRESSLINE_STORE_SITE_BUCKET: {{ .Values.store.siteBucket | quote }}
PRESSLINE_STORE_VALUES_BUCKET: {{ .Values.store.valuesBucket | quote }}
PRESSLINE_STORE_CREATE_BUCKETS: {{ .Values.store.createBuckets | quote }}
{{- with .Values.store.authoritySecret }}
PRESSLINE_STORE_TRUSTED_CERTIFICATES: /etc/pressline/store/ca.crt
{{- end }}
{{- with .Values.generation }}
PRESSLINE_GENERATION: {{ . | quote }}
{{- end }}
{{- range $name, $value := .Values.settings }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}

{{/* Settings of one service; takes root and part. */}}
{{- define "pressline.ownSettings" -}}
{{- $values := index .root.Values .part -}}
JAVA_TOOL_OPTIONS: -Xmx{{ $values.heap }}m -XX:+UseSerialGC -XX:NewRatio=4 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED
{{- if eq .part "render" }}
PRESSLINE_PUBLIC_URL: {{ .root.Values.publicUrl | quote }}
PRESSLINE_SITE_NAME: {{ .root.Values.siteName | quote }}
KAFKA_STREAMS_STATE_DIR: /var/lib/pressline/index
PRESSLINE_RENDER_SEARCH_DIRECTORY: /var/lib/pressline/search
{{- end }}
{{- range $name, $value := $values.settings }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}

{{/* The template of the pods of a service; takes root and part. */}}
{{- define "pressline.pod" -}}
{{- $root := .root -}}
{{- $part := .part -}}
{{- $values := index $root.Values $part -}}
{{- $name := printf "%s-%s" (include "pressline.fullname" $root) $part -}}
metadata:
  labels:
    {{- include "pressline.labels" (dict "root" $root "component" $part) | nindent 4 }}
  {{- if $root.Values.rollOnSettings }}
  annotations:
    checksum/settings: {{ printf "%s\n%s" (include "pressline.settings" $root) (include "pressline.ownSettings" .) | sha256sum }}
  {{- end }}
spec:
  serviceAccountName: {{ $name }}
  automountServiceAccountToken: false
  # Variables made of Services begin with PRESSLINE_ too, and would be taken for settings.
  enableServiceLinks: false
  terminationGracePeriodSeconds: 60
  {{- with $root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  securityContext:
    {{- include "pressline.podSecurity" $root | nindent 4 }}
  topologySpreadConstraints:
    {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "pressline.selector" (dict "root" $root "component" $part) | nindent 10 }}
    {{- end }}
  containers:
    - name: {{ $part }}
      image: {{ include "pressline.image" . }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      ports:
        - name: http
          containerPort: {{ include "pressline.port" . }}
        - name: management
          containerPort: {{ add 1000 (include "pressline.port" .) }}
      envFrom:
        - configMapRef:
            name: {{ include "pressline.fullname" $root }}-settings
        - configMapRef:
            name: {{ $name }}-settings
        {{- with $values.secret }}
        - secretRef:
            name: {{ . }}
            optional: true
        {{- end }}
      env:
        - name: KAFKA_SASL_JAAS_CONFIG
          valueFrom:
            secretKeyRef:
              name: {{ $name }}
              key: sasl.jaas.config
        - name: PRESSLINE_STORE_ACCESS_KEY
          valueFrom:
            secretKeyRef:
              name: {{ $root.Values.store.secret }}
              key: access-key
        - name: PRESSLINE_STORE_SECRET_KEY
          valueFrom:
            secretKeyRef:
              name: {{ $root.Values.store.secret }}
              key: secret-key
      # Waits for brokers, topics and buckets as long as it takes, in rounds of ten minutes.
      startupProbe:
        httpGet:
          path: /q/health/started
          port: management
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 120
      readinessProbe:
        httpGet:
          path: /q/health/ready
          port: management
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 3
      livenessProbe:
        httpGet:
          path: /q/health/live
          port: management
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 3
      # Time for whatever balances to hear of the end; then 30 s to finish what is under way.
      lifecycle:
        preStop:
          sleep:
            seconds: 5
      resources:
        requests:
          cpu: {{ $values.cpu }}
          memory: {{ $values.memory }}
          ephemeral-storage: {{ $values.temporary }}
        limits:
          memory: {{ $values.memory }}
          ephemeral-storage: {{ $values.temporary }}
      securityContext:
        {{- include "pressline.containerSecurity" $root | nindent 8 }}
      volumeMounts:
        - name: temporary
          mountPath: /tmp
        - name: kafka-authority
          mountPath: /etc/pressline/kafka
          readOnly: true
        {{- if $root.Values.store.authoritySecret }}
        - name: store-authority
          mountPath: /etc/pressline/store
          readOnly: true
        {{- end }}
        {{- if eq $part "render" }}
        - name: state
          mountPath: /var/lib/pressline
        {{- end }}
  volumes:
    - name: temporary
      emptyDir:
        sizeLimit: {{ $values.temporary }}
    - name: kafka-authority
      secret:
        secretName: {{ $root.Values.kafka.authoritySecret | default (printf "%s-cluster-ca-cert" (include "pressline.cluster" $root)) }}
        items:
          - key: ca.crt
            path: ca.crt
    {{- with $root.Values.store.authoritySecret }}
    - name: store-authority
      secret:
        secretName: {{ . }}
        items:
          - key: ca.crt
            path: ca.crt
    {{- end }}
{{- end }}

{{/* The port where a service serves; its management has the one a thousand above. Takes part. */}}
{{- define "pressline.port" -}}
{{- get (dict "ingest" "8081" "normalize" "8082" "render" "8080") .part -}}
{{- end }}

{{/* The parts that this release has, as JSON. */}}
{{- define "pressline.parts" -}}
{{- $parts := list -}}
{{- if and .Values.ingest.enabled (not .Values.generation) }}{{ $parts = append $parts "ingest" }}{{ end -}}
{{- if .Values.normalize.enabled }}{{ $parts = append $parts "normalize" }}{{ end -}}
{{- if .Values.render.enabled }}{{ $parts = append $parts "render" }}{{ end -}}
{{- $parts | toJson -}}
{{- end }}

{{/* A topic; takes root, name and deadLetters. */}}
{{- define "pressline.topic" -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: {{ .name }}
  labels:
    strimzi.io/cluster: {{ include "pressline.cluster" .root }}
    {{- include "pressline.labels" (dict "root" .root "component" "topic") | nindent 4 }}
spec:
  # As many replicas as the brokers have for a topic that does not say.
  partitions: {{ .root.Values.kafka.partitions }}
  config:
    {{- if .deadLetters }}
    cleanup.policy: delete
    max.message.bytes: 1114112
    retention.ms: 2592000000
    segment.ms: 86400000
    {{- else }}
    cleanup.policy: compact
    max.message.bytes: 1048576
    min.compaction.lag.ms: 3600000
    max.compaction.lag.ms: 604800000
    delete.retention.ms: 604800000
    segment.ms: 86400000
    {{- end }}
{{- end }}

{{/* The head of a user who comes in by a password; takes root and part. */}}
{{- define "pressline.user" -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: {{ include "pressline.fullname" .root }}-{{ .part }}
  labels:
    strimzi.io/cluster: {{ include "pressline.cluster" .root }}
    {{- include "pressline.labels" (dict "root" .root "component" .part) | nindent 4 }}
spec:
  authentication:
    type: scram-sha-512
  authorization:
    type: simple
{{- end }}

{{/* Who may do what in a pod that Strimzi makes. */}}
{{- define "pressline.kafkaPod" -}}
securityContext:
  runAsNonRoot: true
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{- define "pressline.kafkaContainer" -}}
securityContext:
  allowPrivilegeEscalation: false
  capabilities:
    drop: [ALL]
{{- end }}

{{/* Nodes of the cluster; takes root, name, roles and values. */}}
{{- define "pressline.nodes" -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata:
  name: {{ .name }}
  labels:
    strimzi.io/cluster: {{ include "pressline.cluster" .root }}
    {{- include "pressline.labels" (dict "root" .root "component" "kafka") | nindent 4 }}
spec:
  replicas: {{ .values.replicas }}
  roles: [{{ join ", " .roles }}]
  jvmOptions:
    -Xms: {{ .values.heap }}
    -Xmx: {{ .values.heap }}
  resources:
    requests:
      cpu: {{ .values.cpu }}
      memory: {{ .values.memory }}
    limits:
      memory: {{ .values.memory }}
  storage:
    type: jbod
    volumes:
      - id: 0
        type: persistent-claim
        size: {{ .values.storage }}
        {{- with .root.Values.kafka.storageClass }}
        class: {{ . }}
        {{- end }}
        kraftMetadata: shared
        deleteClaim: false
  template:
    pod:
      {{- include "pressline.kafkaPod" .root | nindent 6 }}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              strimzi.io/cluster: {{ include "pressline.cluster" .root }}
              strimzi.io/pool-name: {{ .name }}
    kafkaContainer:
      {{- include "pressline.kafkaContainer" .root | nindent 6 }}
{{- end }}
