{{- define "soundcheck.name" -}}
{{- printf "%s-soundcheck" .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "soundcheck.labels" -}}
app.kubernetes.io/name: soundcheck
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{- define "soundcheck.selector" -}}
app.kubernetes.io/name: soundcheck
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "soundcheck.secret" -}}
{{- .Values.keys.existingSecret | default (include "soundcheck.name" .) -}}
{{- end -}}

{{- define "soundcheck.store" -}}
{{- .Values.store.url | default (printf "redis://%s-store:6379/0" (include "soundcheck.name" .)) -}}
{{- end -}}
