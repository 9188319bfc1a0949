<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About EPA Desktop</source>
        <translation>EPA Desktopについて</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Free software under the MIT License. It uses Qt, under the GNU Lesser General Public License, and the work of others.</source>
        <translation>MIT Licenseで提供される無償のソフトウェアです。Qt (GNU Lesser General Public License) などのソフトウェアを使用しています。</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Starts and watches retrainings of Easy Predictive Analytics models, and saves their results.</source>
        <translation>Prediction Oneのモデルの再学習を開始して状況を確認し、結果を保存します。</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message numerus="yes">
        <source>%n already in EPA Desktop</source>
        <translation>
            <numerusform>%n個は追加済み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n個を選択</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be added</source>
        <translation>
            <numerusform>%n個は追加できませんでした</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries could not be read</source>
        <translation>
            <numerusform>%n件は読み込めませんでした</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) added</source>
        <translation>
            <numerusform>モデルを%n個追加しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) in the account {0} ({1})</source>
        <translation>
            <numerusform>アカウント{0} ({1}) のモデル%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new model(s) in the account</source>
        <translation>
            <numerusform>アカウントに新しいモデルが%n個あります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not processed</source>
        <translation>
            <numerusform>%n個は未処理です</numerusform>
        </translation>
    </message>
    <message>
        <source>A key may have been issued before; adding the model issues another</source>
        <translation>キーが発行済みの可能性があります。追加すると、別のキーが発行されます</translation>
    </message>
    <message numerus="yes">
        <source>Adding models was interrupted. For %n of them a key may have been issued that was not kept.</source>
        <translation>
            <numerusform>モデルの追加が中断されました。うち%n個は、キーが発行されたものの、保存されていない可能性があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding “{2}”… {0} of {1}</source>
        <translation>「{2}」を追加しています… {0}/{1}</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>追加中…</translation>
    </message>
    <message>
        <source>Binary classification</source>
        <translation>二値分類</translation>
    </message>
    <message>
        <source>Column to predict</source>
        <translation>予測したい項目</translation>
    </message>
    <message>
        <source>Enter the secret key…</source>
        <translation>シークレットキーを入力…</translation>
    </message>
    <message>
        <source>In EPA Desktop</source>
        <translation>追加状況</translation>
    </message>
    <message>
        <source>It is not known whether a key was issued. Trying again issues another one. Keys expire by themselves.</source>
        <translation>キーが発行されたかどうかは分かりません。再試行すると、別のキーが発行されます。キーは有効期限が来ると自動的に使えなくなります。</translation>
    </message>
    <message>
        <source>Last updated</source>
        <translation>更新日</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>モデル{0}</translation>
    </message>
    <message>
        <source>Multiclass classification</source>
        <translation>多値分類</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>モデル名</translation>
    </message>
    <message>
        <source>New in the account</source>
        <translation>アカウントの新しいモデル</translation>
    </message>
    <message>
        <source>No</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>No longer in the account</source>
        <translation>アカウントの一覧からなくなりました</translation>
    </message>
    <message>
        <source>Numerical prediction</source>
        <translation>数値予測</translation>
    </message>
    <message>
        <source>Paste the secret key. {0}</source>
        <translation>シークレットキーを貼り付けてください。{0}</translation>
    </message>
    <message>
        <source>Prediction API</source>
        <translation>予測API</translation>
    </message>
    <message>
        <source>Prediction type</source>
        <translation>予測タイプ</translation>
    </message>
    <message>
        <source>Show the new models…</source>
        <translation>新しいモデルを表示…</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>表示…</translation>
    </message>
    <message>
        <source>The account was not connected.</source>
        <translation>アカウントは接続されませんでした。</translation>
    </message>
    <message>
        <source>The account’s models cannot be shown.</source>
        <translation>アカウントのモデルを表示できません。</translation>
    </message>
    <message>
        <source>The keys on a model’s “Create API” (API作成) tab do not work here.</source>
        <translation>モデルの「API作成」タブにあるキーは、ここでは使えません。</translation>
    </message>
    <message>
        <source>The secret key is kept in the keychain.</source>
        <translation>シークレットキーはキーチェーンに保存されています。</translation>
    </message>
    <message>
        <source>The secret key is not kept, so keys do not renew themselves.</source>
        <translation>シークレットキーが保存されていないため、キーは自動更新されません。</translation>
    </message>
    <message>
        <source>The secret key was not accepted: it is wrong, or no longer active.</source>
        <translation>シークレットキーが受け付けられませんでした。間違っているか、無効になっています。</translation>
    </message>
    <message>
        <source>The service did not issue a key for this model with this secret key.</source>
        <translation>このシークレットキーでは、このモデルのキーが発行されませんでした。</translation>
    </message>
    <message>
        <source>The service no longer lists this model. It may have been deleted in the console. Its jobs stay here.</source>
        <translation>このモデルは、サービスのモデル一覧からなくなりました。Prediction Oneの画面で削除された可能性があります。ジョブはEPA Desktopに残ります。</translation>
    </message>
    <message>
        <source>This is a web address, not the account’s secret key.</source>
        <translation>これはURLです。アカウントのシークレットキーではありません。</translation>
    </message>
    <message>
        <source>This is not a secret key. It is too long, or contains characters that keys do not have.</source>
        <translation>これはシークレットキーではありません。長すぎるか、キーに使われない文字が含まれています。</translation>
    </message>
    <message>
        <source>This is the API key of one model, not the account’s secret key.</source>
        <translation>これはモデルのAPIキーです。アカウントのシークレットキーではありません。</translation>
    </message>
    <message>
        <source>This is the address of a prediction API, not the account’s secret key.</source>
        <translation>これは予測APIのエンドポイントです。アカウントのシークレットキーではありません。</translation>
    </message>
    <message>
        <source>This service does not list models or prediction APIs. Models are added by their ID. What is live is shown as far as this program knows.</source>
        <translation>このサービスでは、モデルと予測APIの一覧を取得できません。モデルはモデルIDで追加します。運用中のモデルは、EPA Desktopで把握している範囲で表示されます。</translation>
    </message>
    <message>
        <source>This service does not list models. Add each model by its ID, which the console shows. The secret key is used to issue the model’s own key.</source>
        <translation>このサービスでは、モデルの一覧を取得できません。Prediction Oneの画面に表示されるモデルIDで、モデルを追加してください。モデルのAPIキーは、シークレットキーで発行されます。</translation>
    </message>
    <message>
        <source>This service does not list models. Add them by their ID.</source>
        <translation>このサービスでは、モデルの一覧を取得できません。モデルIDで追加してください。</translation>
    </message>
    <message>
        <source>This service does not list prediction APIs. What is live is shown as far as this program knows.</source>
        <translation>このサービスでは、予測APIの一覧を取得できません。運用中のモデルは、EPA Desktopで把握している範囲で表示されます。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>しばらくしてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>待機中…</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>the model is in the list here</comment>
        <translation>追加済み</translation>
    </message>
    <message>
        <source>Yes, as “{0}”</source>
        <translation>「{0}」として追加済み</translation>
    </message>
    <message>
        <source>the service did not list all models</source>
        <translation>一部のモデルは、サービスから取得できませんでした</translation>
    </message>
    <message>
        <source>time series</source>
        <translation>時系列</translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation>{1}個中{0}個を表示</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}・{1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>⚠ {0}</source>
        <translation>⚠ {0}</translation>
    </message>
    <message>
        <source>✓ Added</source>
        <translation>✓ 追加済み</translation>
    </message>
    <message>
        <source>✓ Added as “{0}”</source>
        <translation>✓ 「{0}」として追加済み</translation>
    </message>
</context>
<context>
    <name>AccountsBox</name>
    <message>
        <source>Connect account…</source>
        <translation>アカウントを接続…</translation>
    </message>
    <message>
        <source>Deletes the account’s keys from the keychain. Models stay, with their own keys.</source>
        <translation>アカウントのキーをキーチェーンから削除します。モデルとそのAPIキーは残ります。</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>接続を解除</translation>
    </message>
    <message>
        <source>Disconnect {0}</source>
        <translation>「{0}」の接続を解除</translation>
    </message>
    <message>
        <source>No account is connected.</source>
        <translation>接続中のアカウントはありません。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Columns</source>
        <translation>表示する列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>ジョブ(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>モデル(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>表示するジョブ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>About EPA Desktop</source>
        <translation>EPA Desktopについて</translation>
    </message>
    <message>
        <source>Add job…</source>
        <translation>ジョブを追加…</translation>
    </message>
    <message>
        <source>Add model…</source>
        <translation>モデルを追加…</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>すべてのジョブ</translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation>APIキーを変更…</translation>
    </message>
    <message>
        <source>Check all now</source>
        <translation>すべて今すぐ確認</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>アップデートの確認</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>今すぐ確認</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Connect account…</source>
        <translation>アカウントを接続…</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>curlコマンドをコピー</translation>
    </message>
    <message>
        <source>Copy job ID</source>
        <translation>ジョブIDをコピー</translation>
    </message>
    <message>
        <source>Edit job…</source>
        <translation>ジョブを編集…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Issue a new key</source>
        <translation>新しいキーを発行</translation>
    </message>
    <message>
        <source>Keep the live model</source>
        <translation>運用中のモデルを維持</translation>
    </message>
    <message>
        <source>Look at the results</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>New retraining…</source>
        <translation>新しい再学習…</translation>
    </message>
    <message>
        <source>No model chosen</source>
        <translation>モデル未選択</translation>
    </message>
    <message>
        <source>Practice service</source>
        <translation>練習用サービス</translation>
    </message>
    <message>
        <source>Prediction check…</source>
        <translation>予測の確認…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>一覧から削除</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>モデルを一覧から削除</translation>
    </message>
    <message>
        <source>Rename model…</source>
        <translation>モデル名を変更…</translation>
    </message>
    <message>
        <source>Save results…</source>
        <translation>結果を保存…</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再送信…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Show log folder</source>
        <translation>ログのフォルダーを表示</translation>
    </message>
    <message>
        <source>Switch model…</source>
        <translation>モデルの切り替え…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>AddJobDialog</name>
    <message>
        <source>A job belongs to a model, and is checked with its key. Add the model first.</source>
        <translation>ジョブの状況は、そのモデルのAPIキーで確認します。先にモデルを追加してください。</translation>
    </message>
    <message>
        <source>Add job</source>
        <translation>ジョブを追加</translation>
    </message>
    <message>
        <source>Add model…</source>
        <translation>モデルを追加…</translation>
    </message>
    <message>
        <source>Add the model first.</source>
        <translation>先にモデルを追加してください。</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>ジョブID</translation>
    </message>
    <message>
        <source>Job ID found: {0}</source>
        <translation>見つかったジョブID: {0}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Paste the ID, a status URL, or the text of response.json</source>
        <translation>ID、状況確認のURL、またはresponse.jsonの内容を貼り付け</translation>
    </message>
    <message>
        <source>Paste the job ID. It is the retrain_job_id that the service answered when the job was started.</source>
        <translation>ジョブIDを貼り付けてください。ジョブを開始したときの応答にあるretrain_job_idの値です。</translation>
    </message>
    <message>
        <source>There is no job ID in this text. Paste the retrain_job_id, or the whole response.json.</source>
        <translation>このテキストにはジョブIDがありません。retrain_job_idの値、またはresponse.jsonの全体を貼り付けてください。</translation>
    </message>
    <message>
        <source>This is an API key, not a job ID. Paste the retrain_job_id, or the whole response.json.</source>
        <translation>これはAPIキーです。ジョブIDではありません。retrain_job_idの値、またはresponse.jsonの全体を貼り付けてください。</translation>
    </message>
    <message>
        <source>This job is already in the list, as “{0}”. It is selected now.</source>
        <translation>このジョブは、すでに「{0}」として一覧にあります。一覧で選択しました。</translation>
    </message>
</context>
<context>
    <name>AddModelDialog</name>
    <message>
        <source>Add model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>Add without testing</source>
        <translation>テストせずに追加</translation>
    </message>
    <message>
        <source>Enter a name for the model.</source>
        <translation>モデルの名前を入力してください。</translation>
    </message>
    <message>
        <source>For example, Sales forecast</source>
        <translation>例: 売上予測</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>サービスのアドレス</translation>
    </message>
    <message>
        <source>There is already a model with this name. Enter another name.</source>
        <translation>同じ名前のモデルがすでにあります。別の名前を入力してください。</translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>Enter a web address, such as https://service.example.com.</source>
        <translation>URLを入力してください (例: https://service.example.com)。</translation>
    </message>
    <message>
        <source>Enter only the address itself, without a user name, “?” or “#”.</source>
        <translation>ユーザー名、「?」、「#」を含めず、アドレスだけを入力してください。</translation>
    </message>
    <message>
        <source>Enter the address of the service.</source>
        <translation>サービスのアドレスを入力してください。</translation>
    </message>
    <message>
        <source>The address “{1}” resembles the service’s own address, “{0}”, but is a different one. The operator of this address would receive the model’s API key. Check the address with the person who gave it to you, or choose the region instead.</source>
        <translation>アドレス「{1}」は、サービスのアドレス「{0}」に似ていますが、別のものです。このアドレスの運営者に、モデルのAPIキーが渡ります。アドレスの提供元に確認するか、リージョンを選択してください。</translation>
    </message>
    <message>
        <source>This address contains characters that can disguise it. Type it by hand, without “\”, “%” or invisible characters in the name.</source>
        <translation>このアドレスには、別のアドレスに見せかけることのできる文字が含まれています。ホスト名に「\」、「%」、見えない文字を使わずに、直接入力してください。</translation>
    </message>
    <message>
        <source>This address is not encrypted, so others could read the key on its way. Use an address that begins with https://.</source>
        <translation>このアドレスは通信が暗号化されないため、途中でキーを読み取られるおそれがあります。https://で始まるアドレスを使用してください。</translation>
    </message>
    <message>
        <source>This address is stored and shown in its ASCII form: {0}</source>
        <translation>このアドレスは、次の表記で保存・表示されます: {0}</translation>
    </message>
</context>
<context>
    <name>ApiFields</name>
    <message>
        <source>Delete key</source>
        <translation>キーを削除</translation>
    </message>
    <message>
        <source>Delete the prediction key from this computer’s keychain</source>
        <translation>予測APIのキーを、このコンピューターのキーチェーンから削除します</translation>
    </message>
    <message>
        <source>Paste the key from the console</source>
        <translation>Prediction Oneの画面から貼り付け</translation>
    </message>
    <message>
        <source>Paste the prediction address.</source>
        <translation>予測APIのエンドポイントを貼り付けてください。</translation>
    </message>
    <message>
        <source>Paste the prediction key.</source>
        <translation>予測APIのキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>Prediction API {0}</source>
        <translation>予測API: {0}</translation>
    </message>
    <message>
        <source>Prediction address</source>
        <translation>予測APIのエンドポイント</translation>
    </message>
    <message>
        <source>Prediction key</source>
        <translation>予測APIのキー</translation>
    </message>
    <message>
        <source>Predictions are requested only from the service’s own addresses, over https. Nothing is sent to this address.</source>
        <translation>予測のリクエストの送信先は、httpsで始まるサービスのエンドポイントだけです。このアドレスには何も送信しません。</translation>
    </message>
    <message>
        <source>The saved key was entered for another address. Paste the prediction key for this address.</source>
        <translation>保存済みのキーは、別のエンドポイント用に入力されたものです。このエンドポイントのキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>This computer has no keychain that EPA Desktop can use. The key is kept for this session only.</source>
        <translation>このコンピューターには使用できるキーチェーンがないため、キーはEPA Desktopを終了するまでの間だけ保持されます。</translation>
    </message>
    <message>
        <source>This is an address, not a key. Enter it in the field above.</source>
        <translation>これはキーではなく、アドレスです。上の欄に入力してください。</translation>
    </message>
    <message>
        <source>This is not a prediction key. It is too long, or contains characters that keys do not have.</source>
        <translation>これは予測APIのキーではありません。長すぎるか、キーに使われない文字が含まれています。</translation>
    </message>
    <message>
        <source>This is not the address of a prediction API. Such an address ends in “/classifiers/…/inference”.</source>
        <translation>これは予測APIのエンドポイントではありません。予測APIのエンドポイントは「/classifiers/…/inference」で終わります。</translation>
    </message>
    <message>
        <source>{0} is saved; paste another key to replace it</source>
        <translation>{0}を保存済み。変更するには別のキーを貼り付け</translation>
    </message>
</context>
<context>
    <name>BeforeDialog</name>
    <message numerus="yes">
        <source>%n request(s) are sent now, and the same number after the switch.</source>
        <translation>
            <numerusform>切り替え前に%n件、切り替え後にも同じ件数のリクエストを送信します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Checking the live model’s predictions before switching to “{0}”…</source>
        <translation>「{0}」のモデルに切り替える前に、運用中のモデルの予測を確認しています…</translation>
    </message>
    <message>
        <source>Do not switch</source>
        <translation>切り替えない</translation>
    </message>
    <message>
        <source>Nothing has been switched yet. You can still switch the model.</source>
        <translation>モデルはまだ切り替わっていません。このまま切り替えることもできます。</translation>
    </message>
    <message>
        <source>Prediction check before the switch</source>
        <translation>切り替え前の予測の確認</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>行を読み込んでいます…</translation>
    </message>
    <message>
        <source>Switch anyway</source>
        <translation>このまま切り替える</translation>
    </message>
    <message>
        <source>The model is not switched</source>
        <translation>モデルは切り替わりません</translation>
    </message>
</context>
<context>
    <name>BodySplit</name>
    <message>
        <source>Findings</source>
        <translation>点検結果</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) in progress</source>
        <translation>
            <numerusform>進行中のジョブ: %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>要対応%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>すべてのモデル</translation>
    </message>
    <message>
        <source>Key expired around {0}</source>
        <translation>キー失効 ({0}ごろ)</translation>
    </message>
    <message>
        <source>Key expired {0}</source>
        <translation>キー失効 ({0})</translation>
    </message>
    <message>
        <source>Key expires {0}</source>
        <translation>キー失効予定 ({0})</translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Key not accepted</source>
        <translation>キーが受け付けられません</translation>
    </message>
    <message>
        <source>Key was entered for another address</source>
        <translation>別のアドレス用のキー</translation>
    </message>
    <message>
        <source>Live since {0}</source>
        <translation>{0}から運用中</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>状況未確認</translation>
    </message>
    <message>
        <source>Original model is live</source>
        <translation>元のモデルが運用中</translation>
    </message>
    <message>
        <source>Switching…</source>
        <translation>切り替え中…</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>Uploading…</source>
        <translation>アップロード中…</translation>
    </message>
    <message>
        <source>Uploading… {0}</source>
        <translation>アップロード中… {0}</translation>
    </message>
    <message>
        <source>Waiting in the queue</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>あと約{0}</translation>
    </message>
    <message>
        <source>no clear difference</source>
        <translation>明らかな差なし</translation>
    </message>
    <message>
        <source>should be done about now</source>
        <translation>まもなく完了の見込み</translation>
    </message>
    <message>
        <source>was better, but only just</source>
        <translation>わずかに良い</translation>
    </message>
    <message>
        <source>was clearly better</source>
        <translation>明らかに良い</translation>
    </message>
    <message>
        <source>was clearly worse</source>
        <translation>明らかに悪い</translation>
    </message>
    <message>
        <source>was worse, but only just</source>
        <translation>わずかに悪い</translation>
    </message>
    <message>
        <source>{0} later than usual</source>
        <translation>通常より{0}遅れ</translation>
    </message>
    <message>
        <source>{0}, as far as this program knows</source>
        <translation>{0} (EPA Desktopで把握している範囲)</translation>
    </message>
</context>
<context>
    <name>ChangeKeyDialog</name>
    <message>
        <source>Change key</source>
        <translation>キーを変更</translation>
    </message>
    <message>
        <source>Change the API key of “{0}”</source>
        <translation>「{0}」のAPIキーの変更</translation>
    </message>
    <message>
        <source>Change without testing</source>
        <translation>テストせずに変更</translation>
    </message>
    <message>
        <source>Current key</source>
        <translation>現在のキー</translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>Live after the switch</source>
        <translation>切り替え後に運用</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>現在運用中</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>変更の内容</translation>
    </message>
    <message>
        <source>switches to</source>
        <translation>次のモデルに切り替え</translation>
    </message>
    <message>
        <source>→</source>
        <translation>→</translation>
    </message>
</context>
<context>
    <name>ColumnType</name>
    <message>
        <source>date</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空欄のみ</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字列</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Starts and watches retrainings of Easy Predictive Analytics models, and saves their results.</source>
        <translation>Prediction Oneのモデルの再学習を開始して状況を確認し、結果を保存します。</translation>
    </message>
    <message>
        <source>ask the running program to quit unless it is busy, and wait until it has quit</source>
        <translation>実行中のEPA Desktopに終了を求め、終了するまで待つ (処理中の場合は終了しない)</translation>
    </message>
    <message>
        <source>files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>keep the list in this folder</source>
        <translation>一覧をこのフォルダーに保存する</translation>
    </message>
    <message>
        <source>offer this service address first when a model is added</source>
        <translation>モデルの追加時に、このサービスのアドレスを最初に表示する</translation>
    </message>
    <message>
        <source>open this file, as if it were dropped on the window</source>
        <translation>このファイルを開く (ウィンドウへのドロップと同じ)</translation>
    </message>
    <message>
        <source>options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>run the program’s self-test, then exit</source>
        <translation>プログラムの自己診断を実行して終了する</translation>
    </message>
    <message>
        <source>show the version, then exit</source>
        <translation>バージョンを表示して終了する</translation>
    </message>
    <message>
        <source>show this help, then exit</source>
        <translation>このヘルプを表示して終了する</translation>
    </message>
    <message>
        <source>try the program with the built-in practice service</source>
        <translation>内蔵の練習用サービスで試す</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>使い方: </translation>
    </message>
    <message>
        <source>use this language</source>
        <translation>この言語を使用する</translation>
    </message>
    <message>
        <source>where the self-test writes its report</source>
        <translation>自己診断の結果を書き出すファイル</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Choose another job of this model. Only jobs whose results are on this computer are listed.</source>
        <translation>このモデルの別のジョブを選択してください。一覧には、結果がこのコンピューターにあるジョブだけが表示されます。</translation>
    </message>
    <message>
        <source>Column “{0}”, only in one of the jobs</source>
        <translation>項目「{0}」(一方のジョブのみ)</translation>
    </message>
    <message>
        <source>Compare with:</source>
        <translation>比較対象:</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Contribution of “{0}”</source>
        <translation>「{0}」の寄与度</translation>
    </message>
    <message>
        <source>Evaluation rows</source>
        <translation>評価に使った行</translation>
    </message>
    <message>
        <source>It is not known whether both jobs were evaluated on the same rows, so their values may not be comparable. Unless it is a time series model, send the same evaluation file with each retraining.</source>
        <translation>同じ行で評価されたかどうかは不明なため、値を比較できない可能性があります。時系列予測のモデル以外では、再学習のたびに同じ評価ファイルを送信してください。</translation>
    </message>
    <message>
        <source>Job to compare with</source>
        <translation>比較するジョブ</translation>
    </message>
    <message>
        <source>No other job of this model has results on this computer. Look at the results of another job first, or save them.</source>
        <translation>このコンピューターには、このモデルの別のジョブの結果がありません。先に別のジョブの結果を表示するか、保存してください。</translation>
    </message>
    <message>
        <source>Reading the other job’s results</source>
        <translation>比較するジョブの結果の読み込み</translation>
    </message>
    <message>
        <source>The two jobs were evaluated on different rows, so their values are not comparable. Unless it is a time series model, send the same evaluation file with each retraining.</source>
        <translation>2つのジョブは異なる行で評価されているため、値を比較できません。時系列予測のモデル以外では、再学習のたびに同じ評価ファイルを送信してください。</translation>
    </message>
    <message>
        <source>This job minus the other</source>
        <translation>差 (このジョブ − 比較対象)</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比較内容</translation>
    </message>
    <message>
        <source>{0} (this job)</source>
        <translation>{0} (このジョブ)</translation>
    </message>
</context>
<context>
    <name>ComparePart</name>
    <message>
        <source>The results of “{0}” cannot be read.</source>
        <translation>「{0}」の結果を読み込めません。</translation>
    </message>
</context>
<context>
    <name>ComparisonController</name>
    <message numerus="yes">
        <source>After the switch to “{0}”, the prediction API of “{1}” answered {2} of %n row(s).</source>
        <translation>
            <numerusform>「{0}」への切り替え後、「{1}」の予測APIから予測を取得できたのは%n行中{2}行です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before the switch, all rows were answered. Users of the prediction API may get errors instead of predictions. It is also possible that only this computer gets no answer.</source>
        <translation>切り替え前は、すべての行の予測を取得できました。予測APIの利用者には、予測の代わりにエラーが返される可能性があります。このコンピューターだけが応答を受け取れていないことも考えられます。</translation>
    </message>
    <message>
        <source>Before the switch, all rows were answered. Users of the prediction API now get errors instead of predictions.</source>
        <translation>切り替え前は、すべての行の予測を取得できました。現在、予測APIの利用者には、予測の代わりにエラーが返されています。</translation>
    </message>
    <message>
        <source>Before the switch, some rows were not answered either. Users of the prediction API may get errors instead of predictions.</source>
        <translation>切り替え前にも、予測を取得できない行がありました。予測APIの利用者には、予測の代わりにエラーが返される可能性があります。</translation>
    </message>
    <message>
        <source>Predictions around the switch to “{0}”: {1}</source>
        <translation>「{0}」への切り替え前後の予測: {1}</translation>
    </message>
    <message>
        <source>Predictions missing after the switch to “{0}”</source>
        <translation>「{0}」への切り替え後に取得できない予測があります</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>表示…</translation>
    </message>
    <message>
        <source>Switch back to “{0}”. Or open the model’s {1} tab in the console, and check whether the prediction API is running.</source>
        <translation>「{0}」のモデルに戻すか、Prediction Oneの画面でモデルの{1}タブを開き、予測APIが動作しているか確認してください。</translation>
    </message>
    <message>
        <source>Switch back…</source>
        <translation>前のモデルに戻す…</translation>
    </message>
    <message>
        <source>The list has no earlier job to switch back to. Open the model’s {0} tab in the console, and check whether the prediction API is running.</source>
        <translation>一覧に、戻せる以前のジョブがありません。Prediction Oneの画面でモデルの{0}タブを開き、予測APIが動作しているか確認してください。</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>A few rows show whether the prediction API answers, not whether the model is better.</source>
        <translation>数行の予測で分かるのは、予測APIが応答するかどうかだけです。モデルが良くなったかどうかは分かりません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Predictions before and after the switch</source>
        <translation>切り替え前後の予測</translation>
    </message>
    <message>
        <source>“{0}”, model “{1}”. Before the switch: {2}. After the switch: {3}.</source>
        <translation>「{0}」(モデル「{1}」)。切り替え前: {2}、切り替え後: {3}。</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Add a single model with its own key…</source>
        <translation>モデルを1つだけAPIキーで追加…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Connect account</source>
        <translation>アカウントの接続</translation>
    </message>
    <message>
        <source>EPA Desktop then renews the models’ keys before they expire, and shows which model is live, as the service says.</source>
        <translation>保存すると、モデルのAPIキーが有効期限前に自動更新され、どのモデルが運用中かもサービスの情報で表示されます。</translation>
    </message>
    <message>
        <source>Getting the account’s models…</source>
        <translation>アカウントのモデルを取得しています…</translation>
    </message>
    <message>
        <source>Keep the secret key in the keychain</source>
        <translation>シークレットキーをキーチェーンに保存</translation>
    </message>
    <message>
        <source>Paste the account’s secret key</source>
        <translation>アカウントのシークレットキーを貼り付け</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>シークレットキー</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>サービスのアドレス</translation>
    </message>
    <message>
        <source>The account’s secret key lists all models of the account, and issues the key that each of them needs.</source>
        <translation>アカウントのシークレットキーを使うと、すべてのモデルを一覧に表示し、それぞれに必要なキーを発行できます。</translation>
    </message>
    <message>
        <source>This computer has no keychain that EPA Desktop can use. The secret key is kept for this session only.</source>
        <translation>このコンピューターには使用できるキーチェーンがないため、シークレットキーはEPA Desktopを終了するまでの間だけ保持されます。</translation>
    </message>
    <message>
        <source>{0} is kept in the keychain. Paste another key to replace it.</source>
        <translation>{0}はキーチェーンに保存されています。変更するには、別のキーを貼り付けてください。</translation>
    </message>
</context>
<context>
    <name>Contradiction</name>
    <message>
        <source>A value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Change of {0}</source>
        <translation>{0}の変化</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>Correct predictions (both models / only the new / only the live / neither)</source>
        <translation>正解した予測の数 (両方のモデル / 今回のみ / 運用中のみ / なし)</translation>
    </message>
    <message>
        <source>Correct predictions (both models / only the new / only the previous / neither)</source>
        <translation>正解した予測の数 (両方のモデル / 今回のみ / 前回のみ / なし)</translation>
    </message>
    <message>
        <source>Details: “{0}”.</source>
        <translation>詳細: 「{0}」。</translation>
    </message>
    <message>
        <source>Number of correct predictions</source>
        <translation>正解した予測の数</translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Which axis of the confusion matrix shows the actual classes</source>
        <translation>混同行列のどちらの軸が実際の値か</translation>
    </message>
    <message>
        <source>rows = actual</source>
        <translation>行 = 実際</translation>
    </message>
    <message>
        <source>rows = predicted</source>
        <translation>行 = 予測</translation>
    </message>
    <message>
        <source>{0} (live model)</source>
        <translation>{0} (運用中のモデル)</translation>
    </message>
    <message>
        <source>{0} (previous model)</source>
        <translation>{0} (前回のモデル)</translation>
    </message>
    <message>
        <source>{0}: “{1}” according to “{2}”, but “{3}” according to “{4}”.</source>
        <translation>{0}は、「{2}」では「{1}」ですが、「{4}」では「{3}」です。</translation>
    </message>
    <message>
        <source>{0}: “{2}” says “{1}”, but also “{3}”.</source>
        <translation>{0}は、「{2}」の中で「{1}」と「{3}」に食い違っています。</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” contain the same kind of table, but with different values.</source>
        <translation>「{0}」と「{1}」は同じ種類の表ですが、値が異なります。</translation>
    </message>
    <message>
        <source>“{0}” contradicts itself on which axis of the confusion matrix shows the actual classes.</source>
        <translation>「{0}」では、混同行列のどちらの軸が実際の値かが矛盾しています。</translation>
    </message>
    <message>
        <source>“{0}” contradicts itself on which axis of the live model’s confusion matrix shows the actual classes.</source>
        <translation>「{0}」では、運用中のモデルの混同行列のどちらの軸が実際の値かが矛盾しています。</translation>
    </message>
    <message>
        <source>“{0}” contradicts itself on which axis of the previous model’s confusion matrix shows the actual classes.</source>
        <translation>「{0}」では、前回のモデルの混同行列のどちらの軸が実際の値かが矛盾しています。</translation>
    </message>
    <message>
        <source>“{0}” is not used: it cannot be read.</source>
        <translation>「{0}」は読み込めないため、使用していません。</translation>
    </message>
    <message>
        <source>“{0}” is not used: it contains no table.</source>
        <translation>「{0}」は表が含まれていないため、使用していません。</translation>
    </message>
    <message>
        <source>“{0}” is not used: it is too large.</source>
        <translation>「{0}」は大きすぎるため、使用していません。</translation>
    </message>
    <message>
        <source>“{0}” is not used: its column names are unknown to EPA Desktop.</source>
        <translation>「{0}」には、EPA Desktopが対応していない項目名が使われているため、使用していません。</translation>
    </message>
    <message>
        <source>“{0}” is not used: its column names do not say which model each column belongs to.</source>
        <translation>「{0}」は、どちらのモデルの項目か項目名から分からないため、使用していません。</translation>
    </message>
    <message>
        <source>“{0}” is not used: its values are not numbers.</source>
        <translation>「{0}」は値が数値ではないため、使用していません。</translation>
    </message>
    <message>
        <source>“{0}” is not used: there are two files of this name with different values.</source>
        <translation>「{0}」は、同じ名前で値の異なるファイルが2つあるため、使用していません。</translation>
    </message>
</context>
<context>
    <name>DifferenceStrip</name>
    <message>
        <source>Difference between the two models</source>
        <translation>2つのモデルの差</translation>
    </message>
    <message>
        <source>better →</source>
        <translation>良い →</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>差なし</translation>
    </message>
    <message>
        <source>← worse</source>
        <translation>← 悪い</translation>
    </message>
</context>
<context>
    <name>Dividers</name>
    <message>
        <source>Divider between “{0}” and “{1}”</source>
        <translation>「{0}」と「{1}」の境界</translation>
    </message>
</context>
<context>
    <name>DropController</name>
    <message>
        <source>Drop one training file, or a training file and an evaluation file.</source>
        <translation>学習ファイルを1つ、または学習ファイルと評価ファイルを1つずつドロップしてください。</translation>
    </message>
    <message>
        <source>The files you opened are handled when you close the open form.</source>
        <translation>開いたファイルは、表示中の入力画面を閉じた後に処理されます。</translation>
    </message>
    <message>
        <source>There is no job ID in “{0}”. Drop the response.json saved when a job was started.</source>
        <translation>「{0}」にジョブIDがありません。ジョブを開始したときのresponse.jsonをドロップしてください。</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop a training file to start a retraining,
or a response.json to add its job</source>
        <translation>学習ファイルをドロップして再学習を開始、
response.jsonをドロップしてジョブを追加</translation>
    </message>
    <message>
        <source>Drop files here</source>
        <translation>ここにファイルをドロップ</translation>
    </message>
</context>
<context>
    <name>EditJobDialog</name>
    <message>
        <source>Edit job</source>
        <translation>ジョブを編集</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Encoding</name>
    <message>
        <source>ASCII characters only</source>
        <translation>半角の英数字と記号のみ (ASCII)</translation>
    </message>
    <message>
        <source>Big5 (traditional Chinese)</source>
        <translation>Big5 (繁体字中国語)</translation>
    </message>
    <message>
        <source>CP850 (Western Europe, DOS)</source>
        <translation>CP850 (西ヨーロッパ、DOS)</translation>
    </message>
    <message>
        <source>CP855 (Cyrillic, DOS)</source>
        <translation>CP855 (キリル文字、DOS)</translation>
    </message>
    <message>
        <source>CP866 (Cyrillic, DOS)</source>
        <translation>CP866 (キリル文字、DOS)</translation>
    </message>
    <message>
        <source>EUC-JP (Japanese, Unix)</source>
        <translation>EUC-JP (日本語、Unix)</translation>
    </message>
    <message>
        <source>EUC-JP with ① and ㈱ (Japanese, Unix)</source>
        <translation>EUC-JP (日本語、Unix、①や㈱を含む)</translation>
    </message>
    <message>
        <source>EUC-KR, CP949 (Korean)</source>
        <translation>EUC-KR、CP949 (韓国語)</translation>
    </message>
    <message>
        <source>GB18030, GBK (simplified Chinese)</source>
        <translation>GB18030、GBK (簡体字中国語)</translation>
    </message>
    <message>
        <source>ISO-2022-JP (Japanese, email)</source>
        <translation>ISO-2022-JP (日本語、メール)</translation>
    </message>
    <message>
        <source>ISO-2022-KR (Korean, email)</source>
        <translation>ISO-2022-KR (韓国語、メール)</translation>
    </message>
    <message>
        <source>ISO-8859-1 (Western Europe, Latin-1)</source>
        <translation>ISO-8859-1 (西ヨーロッパ、Latin-1)</translation>
    </message>
    <message>
        <source>ISO-8859-15 (Western Europe, with €)</source>
        <translation>ISO-8859-15 (西ヨーロッパ、€を含む)</translation>
    </message>
    <message>
        <source>ISO-8859-2 (Central Europe)</source>
        <translation>ISO-8859-2 (中央ヨーロッパ)</translation>
    </message>
    <message>
        <source>ISO-8859-5 (Cyrillic)</source>
        <translation>ISO-8859-5 (キリル文字)</translation>
    </message>
    <message>
        <source>ISO-8859-7 (Greek)</source>
        <translation>ISO-8859-7 (ギリシャ語)</translation>
    </message>
    <message>
        <source>Johab (Korean, DOS)</source>
        <translation>Johab (韓国語、DOS)</translation>
    </message>
    <message>
        <source>KOI8-R (Russian)</source>
        <translation>KOI8-R (ロシア語)</translation>
    </message>
    <message>
        <source>Mac Cyrillic (older Macs)</source>
        <translation>Mac Cyrillic (キリル文字、以前のMac)</translation>
    </message>
    <message>
        <source>Mac Roman (Western Europe, older Macs)</source>
        <translation>Mac Roman (西ヨーロッパ、以前のMac)</translation>
    </message>
    <message>
        <source>Shift_JIS</source>
        <translation>Shift_JIS</translation>
    </message>
    <message>
        <source>TIS-620 (Thai)</source>
        <translation>TIS-620 (タイ語)</translation>
    </message>
    <message>
        <source>UTF-8 with BOM</source>
        <translation>UTF-8 (BOMあり)</translation>
    </message>
    <message>
        <source>UTF-8 without BOM</source>
        <translation>UTF-8 (BOMなし)</translation>
    </message>
    <message>
        <source>Windows-1250 (Central Europe)</source>
        <translation>Windows-1250 (中央ヨーロッパ)</translation>
    </message>
    <message>
        <source>Windows-1251 (Cyrillic)</source>
        <translation>Windows-1251 (キリル文字)</translation>
    </message>
    <message>
        <source>Windows-1252 (Western Europe)</source>
        <translation>Windows-1252 (西ヨーロッパ)</translation>
    </message>
    <message>
        <source>Windows-1253 (Greek)</source>
        <translation>Windows-1253 (ギリシャ語)</translation>
    </message>
    <message>
        <source>Windows-1254 (Turkish)</source>
        <translation>Windows-1254 (トルコ語)</translation>
    </message>
    <message>
        <source>Windows-1255 (Hebrew)</source>
        <translation>Windows-1255 (ヘブライ語)</translation>
    </message>
    <message>
        <source>Windows-1256 (Arabic)</source>
        <translation>Windows-1256 (アラビア語)</translation>
    </message>
    <message>
        <source>Windows-1257 (Baltic)</source>
        <translation>Windows-1257 (バルト諸国)</translation>
    </message>
    <message>
        <source>Windows-1258 (Vietnamese)</source>
        <translation>Windows-1258 (ベトナム語)</translation>
    </message>
</context>
<context>
    <name>EncodingChoice</name>
    <message>
        <source>Detect again</source>
        <translation>再判定</translation>
    </message>
    <message>
        <source>Detected: {0}</source>
        <translation>自動判定: {0}</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Encoding:</source>
        <translation>文字コード:</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>{0} (likely)</source>
        <translation>{0} (可能性が高い)</translation>
    </message>
</context>
<context>
    <name>EntryDetails</name>
    <message>
        <source>Copy entry</source>
        <translation>記録をコピー</translation>
    </message>
    <message>
        <source>Entry details</source>
        <translation>記録の詳細</translation>
    </message>
    <message>
        <source>Select an entry to see its details.</source>
        <translation>記録を選択すると、詳細が表示されます。</translation>
    </message>
</context>
<context>
    <name>EntryFoot</name>
    <message>
        <source>A copy was opened. Changes to it do not change the results.</source>
        <translation>コピーを開きました。コピーを変更しても、結果は変わりません。</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>コピーしています…</translation>
    </message>
    <message>
        <source>File saved to “{0}”.</source>
        <translation>ファイルを「{0}」に保存しました。</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>別のプログラムで開く</translation>
    </message>
    <message>
        <source>Open in the program that this computer uses for such files</source>
        <translation>このコンピューターで関連付けられているプログラムで開く</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>ファイルを保存</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
</context>
<context>
    <name>EntryListModel</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
</context>
<context>
    <name>EntryListView</name>
    <message>
        <source>Files in the results</source>
        <translation>結果に含まれるファイル</translation>
    </message>
</context>
<context>
    <name>EntryText</name>
    <message>
        <source>Archive</source>
        <translation>圧縮ファイル</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>暗号化済み</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>途中まで</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Name used twice</source>
        <translation>名前の重複</translation>
    </message>
    <message>
        <source>Other file</source>
        <translation>その他のファイル</translation>
    </message>
    <message>
        <source>Overlapping data</source>
        <translation>データの重なり</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Reserved name</source>
        <translation>予約された名前</translation>
    </message>
    <message>
        <source>Suspicious size</source>
        <translation>不審なサイズ</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>The content of this file does not match its name. You can save it and open it in another program.</source>
        <translation>このファイルの内容は名前と一致しません。保存して別のプログラムで開くことができます。</translation>
    </message>
    <message>
        <source>The name of this file leads to another folder. The file is never written there.</source>
        <translation>このファイルの名前は別のフォルダーを指しています。そのフォルダーには書き込みません。</translation>
    </message>
    <message>
        <source>The results are damaged, so nothing in them can be shown.</source>
        <translation>結果が破損しているため、内容を表示できません。</translation>
    </message>
    <message>
        <source>The results are incomplete, so nothing in them can be shown.</source>
        <translation>結果が途中で切れているため、内容を表示できません。</translation>
    </message>
    <message>
        <source>The results contain another file of this name. EPA Desktop cannot tell which one is correct.</source>
        <translation>結果に同じ名前のファイルがほかにもあり、どれが正しいか判断できません。</translation>
    </message>
    <message>
        <source>The results contain more than 10,000 files. None of them is opened.</source>
        <translation>結果に10,000個を超えるファイルが含まれているため、どのファイルも開きません。</translation>
    </message>
    <message>
        <source>There is not enough disk space for a working copy of this table. Free some space first.</source>
        <translation>ディスクの空き容量が足りないため、この表の作業用コピーを作成できません。先に空き容量を増やしてください。</translation>
    </message>
    <message>
        <source>This file cannot be read. The results may have been moved or deleted.</source>
        <translation>このファイルを読み込めません。結果が移動または削除されている可能性があります。</translation>
    </message>
    <message>
        <source>This file does not have the size that the results state. It was not read further. Do not rely on it.</source>
        <translation>このファイルのサイズが、結果に記録されているサイズと一致しないため、読み込みを中止しました。内容が正しくない可能性があるため、使用しないでください。</translation>
    </message>
    <message>
        <source>This file is compressed in a way that EPA Desktop does not know. It is not opened.</source>
        <translation>このファイルはEPA Desktopが対応していない方式で圧縮されているため、開きません。</translation>
    </message>
    <message>
        <source>This file is damaged: its checksum does not match. Do not rely on what is shown of it.</source>
        <translation>このファイルは破損しています (チェックサムの不一致)。表示内容が正しくない可能性があるため、使用しないでください。</translation>
    </message>
    <message>
        <source>This file is encrypted, so EPA Desktop cannot show it. Nothing was read from it.</source>
        <translation>このファイルは暗号化されているため、表示できません。内容は読み込んでいません。</translation>
    </message>
    <message>
        <source>This file is incomplete. Only its beginning can be shown. Save the results again.</source>
        <translation>このファイルは途中で切れているため、先頭部分だけを表示できます。結果を保存し直してください。</translation>
    </message>
    <message>
        <source>This file is larger than 2 GB. EPA Desktop does not open it.</source>
        <translation>このファイルは2 GBを超えているため、EPA Desktopでは開きません。</translation>
    </message>
    <message>
        <source>This file is too large to be shown here. You can save it.</source>
        <translation>このファイルは大きすぎるため、表示できません。保存はできます。</translation>
    </message>
    <message>
        <source>This file shares its data with another file, as harmful archives do. It is not opened.</source>
        <translation>このファイルのデータは、別のファイルのデータと重なっています。有害な圧縮ファイルに見られる特徴のため、開きません。</translation>
    </message>
    <message>
        <source>This file would unpack to a suspicious size, as harmful archives do. It is not opened.</source>
        <translation>このファイルは、展開後のサイズが不審です。有害な圧縮ファイルに見られる特徴のため、開きません。</translation>
    </message>
    <message>
        <source>This is a link to another place, not a file. EPA Desktop does not follow it.</source>
        <translation>ファイルではなく、別の場所へのリンクのため、開きません。</translation>
    </message>
    <message>
        <source>This is an archive inside the results. EPA Desktop does not open it, but you can save it.</source>
        <translation>結果に含まれる圧縮ファイルです。開くことはできませんが、保存できます。</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>サイズ超過</translation>
    </message>
    <message>
        <source>Too many files</source>
        <translation>ファイル数超過</translation>
    </message>
    <message>
        <source>Unknown compression</source>
        <translation>未対応の圧縮形式</translation>
    </message>
    <message>
        <source>Unsafe path</source>
        <translation>安全でないパス</translation>
    </message>
    <message>
        <source>Windows reserves this file name for a device. The file is saved under another name.</source>
        <translation>このファイル名はWindowsでデバイス用に予約されているため、ファイルは別の名前で保存されます。</translation>
    </message>
    <message>
        <source>Wrong size</source>
        <translation>サイズの不一致</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>About this file</source>
        <translation>このファイルについて</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>ファイルの内容</translation>
    </message>
    <message>
        <source>EPA Desktop does not show files of this kind. You can save it, or open it in another program.</source>
        <translation>この種類のファイルは表示できません。保存するか、別のプログラムで開くことができます。</translation>
    </message>
    <message>
        <source>EPA Desktop does not show files of this kind. You can save it.</source>
        <translation>この種類のファイルは表示できません。保存はできます。</translation>
    </message>
    <message>
        <source>Picture “{0}”, {1} pixels</source>
        <translation>画像「{0}」、{1}ピクセル</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込んでいます…</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>ファイルのテキスト</translation>
    </message>
    <message>
        <source>The file is large. Only its beginning is shown.</source>
        <translation>ファイルが大きいため、先頭部分だけを表示しています。</translation>
    </message>
    <message>
        <source>This file is not opened.</source>
        <translation>このファイルは開きません。</translation>
    </message>
    <message>
        <source>This file is not shown.</source>
        <translation>このファイルは表示しません。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Each timeline is drawn from all entries about its model, whatever was searched for.</source>
        <translation>各タイムラインは、検索条件にかかわらず、そのモデルのすべての記録から作成されています。</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Entries in this file</source>
        <translation>このファイルの記録</translation>
    </message>
    <message>
        <source>Exported (UTC)</source>
        <translation>エクスポート日時 (UTC)</translation>
    </message>
    <message>
        <source>History of EPA Desktop</source>
        <translation>EPA Desktopの履歴</translation>
    </message>
    <message>
        <source>Identifier of the model in this program</source>
        <translation>EPA Desktopでのモデルの識別子</translation>
    </message>
    <message>
        <source>Its fingerprint</source>
        <translation>最後の記録のフィンガープリント</translation>
    </message>
    <message>
        <source>Last entry of the history</source>
        <translation>履歴の最後の記録</translation>
    </message>
    <message>
        <source>Newest first. Times are those of the computer that wrote the entry, and UTC.</source>
        <translation>新しい順に並んでいます。日時は、記録したコンピューターの現地日時とUTCです。</translation>
    </message>
    <message>
        <source>No entries match the search.</source>
        <translation>検索条件に一致する記録はありません。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Other details</source>
        <translation>その他の詳細</translation>
    </message>
    <message>
        <source>Searched for</source>
        <translation>検索語</translation>
    </message>
    <message>
        <source>The fingerprint of each entry is calculated from the entry and from the fingerprint before it. Keep the fingerprint of the last entry where others cannot change it. If the history is rewritten, this fingerprint changes too, and “Verify against fingerprint…” in the History window shows it.</source>
        <translation>各記録のフィンガープリントは、その記録と直前の記録のフィンガープリントから計算されます。最後の記録のフィンガープリントを、ほかの人が変更できない場所に保管してください。履歴が書き換えられるとこのフィンガープリントも変わるため、書き換えの有無を「履歴」ウィンドウの「フィンガープリントと照合…」で確認できます。</translation>
    </message>
    <message>
        <source>Timelines</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>en</source>
        <comment>The language of this catalogue as HTML names it: en, ja</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}件中{0}件</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Facts</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>ジョブID</translation>
    </message>
    <message>
        <source>Look at the results</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Save results…</source>
        <translation>結果を保存…</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>FetchText</name>
    <message>
        <source>Downloading the results to look at them…</source>
        <translation>表示用に結果をダウンロードしています…</translation>
    </message>
    <message>
        <source>The results are downloaded, so you can look at them. To keep a copy, choose “Save results…” under “More”.</source>
        <translation>表示用に結果をダウンロード済みです。手元に残すには、「その他」の「結果を保存…」を使ってください。</translation>
    </message>
    <message>
        <source>The results are larger than {0}, so they are not downloaded automatically. To save them, choose “Save results…” under “More”.</source>
        <translation>再学習結果が{0}を超えているため、自動ではダウンロードされません。保存するには、「その他」の「結果を保存…」を使ってください。</translation>
    </message>
    <message>
        <source>The results could not be downloaded for you to look at: {0}</source>
        <translation>表示用に結果をダウンロードできませんでした: {0}</translation>
    </message>
    <message>
        <source>Waiting to download the results to look at them.</source>
        <translation>表示用の結果のダウンロードを待っています。</translation>
    </message>
    <message>
        <source>{0} Next try at {1}.</source>
        <translation>{0}{1}に再試行します。</translation>
    </message>
</context>
<context>
    <name>FileChange</name>
    <message>
        <source>The column “{0}” has classes in this file that the file sent last did not have: {1}.</source>
        <translation>このファイルの項目「{0}」に、前回送信したファイルになかった値があります: {1}。</translation>
    </message>
    <message>
        <source>The column “{0}” holds {1} in this file, but held {2} in the file sent last.</source>
        <translation>項目「{0}」の値は、このファイルでは{1}ですが、前回送信したファイルでは{2}でした。</translation>
    </message>
    <message>
        <source>The column “{0}” lacks classes in this file that the file sent last had: {1}.</source>
        <translation>このファイルの項目「{0}」に、前回送信したファイルにあった値がありません: {1}。</translation>
    </message>
    <message>
        <source>The column “{0}” of the file sent last is spelled differently in this file.</source>
        <translation>前回送信したファイルの項目「{0}」が、このファイルでは異なる表記になっています。</translation>
    </message>
    <message>
        <source>This file has no column “{0}”, but the file sent last had it.</source>
        <translation>前回送信したファイルにあった項目「{0}」が、このファイルにはありません。</translation>
    </message>
    <message>
        <source>This file has no column “{0}”, the one to predict, but the file sent last had it.</source>
        <translation>前回送信したファイルにあった予測したい項目「{0}」が、このファイルにはありません。</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>CSV and TSV files (*.csv *.tsv *.txt)</source>
        <translation>CSV・TSVファイル (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>{0} file</source>
        <translation>{0}ファイル</translation>
    </message>
    <message>
        <source>{0} files (*.{1})</source>
        <translation>{0}ファイル (*.{1})</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose a file, or drop it here</source>
        <translation>選択またはドロップ</translation>
    </message>
    <message>
        <source>Choose the file: {0}</source>
        <translation>ファイルを選択: {0}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Leave out the file: {0}</source>
        <translation>ファイルを外す: {0}</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Content of the file</source>
        <translation>ファイルの内容</translation>
    </message>
    <message>
        <source>No results are open.</source>
        <translation>結果が開かれていません。</translation>
    </message>
    <message>
        <source>Opening the results…</source>
        <translation>結果を開いています…</translation>
    </message>
    <message>
        <source>The results contain no files.</source>
        <translation>結果にファイルが含まれていません。</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>%Ln class(es) in all are like this.</source>
        <translation>
            <numerusform>該当する値は全部で%Ln種類です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column name(s) in all are like this.</source>
        <translation>
            <numerusform>該当する項目名は全部で%Ln個です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) have no name.</source>
        <translation>
            <numerusform>項目名のない列が%Ln列あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) have values with invisible characters, or with spaces at their ends.</source>
        <translation>
            <numerusform>見えない文字や、先頭・末尾の空白を含む項目が%Ln個あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) of the file sent last are missing: {some}.</source>
        <translation>
            <numerusform>前回送信したファイルの項目が%Ln個不足しています: {some}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) were not in the file sent last: {some}.</source>
        <translation>
            <numerusform>前回送信したファイルにない項目が%Ln個あります: {some}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) in all are like this.</source>
        <translation>
            <numerusform>このような値は全部で%Ln個です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} fields are not of type {type}.</source>
        <translation>
            <numerusform>{total}個中%Ln個の値の型が{type}ではありません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} fields contain a word for a missing value.</source>
        <translation>
            <numerusform>{total}個中%Ln個に、欠損値を表す語が入っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {total} fields have a different format from most, for example in row {row}.</source>
        <translation>
            <numerusform>{total}個中%Ln個の値が、もっとも多い形式と異なります (例: {row}行目)。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other row(s) also have too many or too few fields.</source>
        <translation>
            <numerusform>ほかにも、値の数が合わない行が%Ln行あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are probably lost.</source>
        <translation>
            <numerusform>%Ln行が失われていると思われます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have no value in any column.</source>
        <translation>
            <numerusform>すべての項目が空欄の行が%Ln行あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in all are like this.</source>
        <translation>
            <numerusform>このような行は全部で%Ln行です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in all repeat them.</source>
        <translation>
            <numerusform>項目名を繰り返している行は全部で%Ln行です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) seem to be subtotals.</source>
        <translation>
            <numerusform>小計と思われる行が%Ln行あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(名前なし)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>A column name begins or ends with spaces: “{one}”.</source>
        <translation>項目名の先頭または末尾に空白があります: 「{one}」。</translation>
    </message>
    <message>
        <source>A column name contains invisible characters: “{one}”.</source>
        <translation>項目名に見えない文字があります: 「{one}」。</translation>
    </message>
    <message>
        <source>A column with so few values tells a model little. If it is to be predicted, its empty rows are left out.</source>
        <translation>値の少ない項目は、ほとんど学習に役立ちません。予測したい項目の場合、空欄の行は使用されません。</translation>
    </message>
    <message>
        <source>A field in row {row} contains whole rows.</source>
        <translation>{row}行目の値に、ほかの行が丸ごと含まれています。</translation>
    </message>
    <message>
        <source>A model evaluated on rows it was trained on looks better than it is.</source>
        <translation>学習に使った行で評価すると、モデルが実際より良く見えます。</translation>
    </message>
    <message>
        <source>A model learns nothing from IDs and names.</source>
        <translation>IDや名前は、学習に役立ちません。</translation>
    </message>
    <message>
        <source>A program added line ends to those that were there, so a blank line follows each row.</source>
        <translation>ファイルを作成したプログラムが改行を二重に付けたため、各行の後に空行があります。</translation>
    </message>
    <message>
        <source>A program read these characters in the wrong encoding and saved them so. The service treats a name or class written in this way as another one.</source>
        <translation>誤った文字コードで読み取られた文字が、そのまま保存されています。このような項目名や値は、サービスでは別のものとして扱われます。</translation>
    </message>
    <message>
        <source>A program that made the file read its data in the wrong encoding. Names and classes may have changed.</source>
        <translation>ファイルの作成時に、データが誤った文字コードで読み取られています。項目名や値が変わっている可能性があります。</translation>
    </message>
    <message>
        <source>A quotation mark in row {row} is never closed.</source>
        <translation>{row}行目の引用符が閉じられていません。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed where it should be. The field begins with “{said}”.</source>
        <translation>引用符が正しい位置で閉じられていません。この値は「{said}」で始まります。</translation>
    </message>
    <message>
        <source>A retraining needs one file with the data.</source>
        <translation>再学習には、データのファイルが1つ必要です。</translation>
    </message>
    <message>
        <source>A spreadsheet program removes such zeros when it opens a file. Codes without them are other codes.</source>
        <translation>表計算ソフトでファイルを開くと、先頭のゼロが削除され、別のコードになります。</translation>
    </message>
    <message>
        <source>A time series model accepts no evaluation file.</source>
        <translation>時系列予測のモデルでは、評価ファイルを使用できません。</translation>
    </message>
    <message>
        <source>A word among numbers makes the service treat the column as text.</source>
        <translation>数値の中に文字の値があると、項目全体が文字列として扱われます。</translation>
    </message>
    <message>
        <source>Above the preview, choose the encoding in which the characters are correct. If they are correct now, choose Shift_JIS.</source>
        <translation>プレビューの上で、文字が正しく表示される文字コードを選択してください。現在の表示が正しい場合は、Shift_JISを選択してください。</translation>
    </message>
    <message>
        <source>Above the preview, choose the encoding in which the characters are correct: {encoding}, or another. Then convert the file to UTF-8.</source>
        <translation>プレビューの上で、文字が正しく表示される文字コード ({encoding}、またはほかの文字コード) を選択してから、UTF-8に変換してください。</translation>
    </message>
    <message>
        <source>Add a first row with the names the model was trained with, then check again.</source>
        <translation>モデルの学習に使った項目名を先頭の行に追加してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Add rows if you can.</source>
        <translation>可能であれば、行を追加してください。</translation>
    </message>
    <message>
        <source>Add rows of these classes to the training file, or remove them from the evaluation file.</source>
        <translation>これらの値の行を学習ファイルに追加するか、評価ファイルから除いてください。</translation>
    </message>
    <message>
        <source>Add the BOM</source>
        <translation>BOMを追加</translation>
    </message>
    <message>
        <source>Add the column, or choose another column to predict.</source>
        <translation>項目を追加するか、予測したい項目を変更してください。</translation>
    </message>
    <message numerus="yes">
        <source>All that follows counts as part of this field: %Ln row(s) or more.</source>
        <translation>
            <numerusform>それ以降の%Ln行以上が、1つの値の一部として扱われます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program is using the file.</source>
        <translation>別のプログラムがファイルを使用しています。</translation>
    </message>
    <message>
        <source>At least two columns are needed: one to predict, and one to predict it from.</source>
        <translation>予測したい項目と予測に使う項目を合わせて、2つ以上の項目が必要です。</translation>
    </message>
    <message>
        <source>Both files need exactly the same column names.</source>
        <translation>2つのファイルの項目名は、完全に一致している必要があります。</translation>
    </message>
    <message>
        <source>Choose a file with column names and rows.</source>
        <translation>項目名とデータの行があるファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose a file with more rows.</source>
        <translation>行数の多いファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose a file with rows of every class, or another column to predict.</source>
        <translation>すべての種類の値を含むファイルを選択するか、予測したい項目を変更してください。</translation>
    </message>
    <message>
        <source>Choose another encoding above the preview, or save the file again as “CSV UTF-8”.</source>
        <translation>プレビューの上で別の文字コードを選択するか、ファイルを「CSV UTF-8」形式で保存し直してください。</translation>
    </message>
    <message>
        <source>Choose other rows for the evaluation, or leave out the evaluation file.</source>
        <translation>別の行の評価ファイルを選択するか、評価ファイルを外してください。</translation>
    </message>
    <message>
        <source>Choose the file again, or copy it to this computer first.</source>
        <translation>ファイルを選択し直すか、いったんこのコンピューターにコピーしてください。</translation>
    </message>
    <message>
        <source>Choose the file in it.</source>
        <translation>フォルダーの中のファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose the file of the same name without “._”.</source>
        <translation>名前の先頭に「._」が付いていない、同じ名前のファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose the file that it opens.</source>
        <translation>ショートカットのリンク先のファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose the file with the data.</source>
        <translation>データのファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose the file with the newer data, if there is one.</source>
        <translation>新しいデータのファイルがあれば、それを選択してください。</translation>
    </message>
    <message>
        <source>Close it there, then check again.</source>
        <translation>そのプログラムで閉じてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>項目名</translation>
    </message>
    <message>
        <source>Column names, column {1}</source>
        <translation>項目名、{1}列目</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>{0}列目</translation>
    </message>
    <message>
        <source>Column {1}</source>
        <translation>{1}列目</translation>
    </message>
    <message>
        <source>Column {1} “{2}”</source>
        <translation>{1}列目「{2}」</translation>
    </message>
    <message>
        <source>Columns {said} and {second} are both named “{text}”.</source>
        <translation>{said}列目と{second}列目の項目名が、どちらも「{text}」です。</translation>
    </message>
    <message>
        <source>Connect the drive, or choose the file again.</source>
        <translation>ドライブを接続するか、ファイルを選択し直してください。</translation>
    </message>
    <message>
        <source>Convert to UTF-8</source>
        <translation>UTF-8に変換</translation>
    </message>
    <message>
        <source>Convert to commas</source>
        <translation>カンマ区切りに変換</translation>
    </message>
    <message>
        <source>Copy its table into a spreadsheet program, and save that as “CSV UTF-8”.</source>
        <translation>文書内の表を表計算ソフトにコピーし、「CSV UTF-8」形式で保存してください。</translation>
    </message>
    <message>
        <source>Copy or download it again, then choose that file.</source>
        <translation>もう一度コピーまたはダウンロードしてから、そのファイルを選択してください。</translation>
    </message>
    <message>
        <source>Correct the column names, or choose another evaluation file.</source>
        <translation>項目名を修正するか、別の評価ファイルを選択してください。</translation>
    </message>
    <message>
        <source>Correct the fields with “�”, or export the file again. Then check again.</source>
        <translation>「�」を含む値を修正するか、ファイルを書き出し直してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Correct the file, then check again.</source>
        <translation>ファイルを修正してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Correct these dates, or leave the fields empty.</source>
        <translation>日付を修正するか、空欄にしてください。</translation>
    </message>
    <message>
        <source>Dates such as 03/04/2024 can be read in two ways, so some of them may be read as the wrong day.</source>
        <translation>03/04/2024のような日付は2通りに読めるため、別の日として読み取られる可能性があります。</translation>
    </message>
    <message>
        <source>Dates such as 03/04/2024 then mean another day, and the service cannot tell.</source>
        <translation>03/04/2024のような日付は別の日として読み取られ、サービスでは誤りを判別できません。</translation>
    </message>
    <message>
        <source>Delete the blank lines, then check again.</source>
        <translation>ファイルから空行を削除してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Download the file again. The link may have expired.</source>
        <translation>ファイルをもう一度ダウンロードしてください。リンクの有効期限が切れている可能性があります。</translation>
    </message>
    <message>
        <source>Download the file itself first, then choose that one.</source>
        <translation>先にファイル本体をダウンロードしてから、そのファイルを選択してください。</translation>
    </message>
    <message>
        <source>EPA Desktop compresses training and evaluation files itself, and needs them as they are.</source>
        <translation>学習ファイルと評価ファイルはEPA Desktopが圧縮するため、圧縮前のファイルが必要です。</translation>
    </message>
    <message>
        <source>Earlier data is not merged: the model learns from this file alone.</source>
        <translation>前回までのデータは追加されず、このファイルだけで学習します。</translation>
    </message>
    <message>
        <source>Empty them</source>
        <translation>空欄にする</translation>
    </message>
    <message>
        <source>Empty these fields in the copy that is sent, or in your file.</source>
        <translation>送信用のコピーまたは元のファイルで、これらの値を空欄にしてください。</translation>
    </message>
    <message>
        <source>Every class of the column to predict should occur within the first 1,000 rows. The first of these is in row {row}.</source>
        <translation>予測したい項目では、先頭の1,000行にすべての種類の値が含まれるようにしてください。これらの値が最初に現れるのは{row}行目です。</translation>
    </message>
    <message>
        <source>Every line ends twice (CR CR LF).</source>
        <translation>すべての行末で改行が重複しています (CR CR LF)。</translation>
    </message>
    <message>
        <source>Export the data again from the original system, if you can.</source>
        <translation>可能であれば、元のシステムからデータを書き出し直してください。</translation>
    </message>
    <message>
        <source>Export the data again without opening it in Excel.</source>
        <translation>Excelで開かずに、データを書き出し直してください。</translation>
    </message>
    <message>
        <source>Export the data again without opening it in a spreadsheet program.</source>
        <translation>表計算ソフトで開かずに、データを書き出し直してください。</translation>
    </message>
    <message>
        <source>Export the data again, choosing UTF-8 wherever a program asks. Then check again.</source>
        <translation>文字コードの選択でUTF-8を指定してデータを書き出し直してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Export the data as CSV from the program that made the file.</source>
        <translation>ファイルを作成したプログラムから、データをCSV形式で書き出してください。</translation>
    </message>
    <message>
        <source>Export the file again in another way, or correct its line ends.</source>
        <translation>別の方法でファイルを書き出し直すか、改行を修正してください。</translation>
    </message>
    <message>
        <source>Export the file again with doubled quotation marks, then check again.</source>
        <translation>引用符を2つ重ねる形式でファイルを書き出し直してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Extract the CSV file from it, and choose that file.</source>
        <translation>圧縮ファイルを展開し、中のCSVファイルを選択してください。</translation>
    </message>
    <message>
        <source>Files were probably joined. A name among numbers makes the service treat the column as text.</source>
        <translation>複数のファイルを結合したものと思われます。数値の中に項目名があると、項目全体が文字列として扱われます。</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Fix them in the copy that is sent, or correct the file and check again.</source>
        <translation>送信用のコピーを修正するか、ファイルを修正してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Fix them in the copy that is sent, or write all dates in the same format.</source>
        <translation>送信用のコピーを修正するか、すべての日付を同じ形式にしてください。</translation>
    </message>
    <message>
        <source>Fix them in the copy that is sent, or write every date as YYYY-MM-DD.</source>
        <translation>送信用のコピーを修正するか、すべての日付をYYYY-MM-DD形式で書いてください。</translation>
    </message>
    <message>
        <source>Fix them in the copy that is sent, or write them with digits and a decimal point only.</source>
        <translation>送信用のコピーを修正するか、ファイルの数値を数字と小数点だけで書いてください。</translation>
    </message>
    <message>
        <source>Fix them in the copy that is sent, or write them without commas.</source>
        <translation>送信用のコピーを修正するか、ファイルの数値からカンマを除いてください。</translation>
    </message>
    <message>
        <source>Fix this in the copy that is sent, or save the file without spaces after the delimiters.</source>
        <translation>送信用のコピーを修正するか、区切り文字の後ろに空白を入れずにファイルを保存し直してください。</translation>
    </message>
    <message>
        <source>Fix this in the copy that is sent. Your file is not changed.</source>
        <translation>送信用のコピーを修正してください。元のファイルは変更されません。</translation>
    </message>
    <message>
        <source>From row {row} on, the file cannot be read as {encoding}.</source>
        <translation>{row}行目から先を{encoding}として読み取れません。</translation>
    </message>
    <message>
        <source>Further rows were probably cut off when it was saved there.</source>
        <translation>Excelで保存したときに、残りの行が失われたと思われます。</translation>
    </message>
    <message>
        <source>If it is, shuffle the rows, then check again.</source>
        <translation>その場合は、行をランダムに並べ替えてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>If retraining fails, leave out columns that the model does not use.</source>
        <translation>再学習が失敗する場合は、モデルで使われていない項目を除いてください。</translation>
    </message>
    <message>
        <source>If this is not intended, correct the file and check again.</source>
        <translation>意図したものでない場合は、ファイルを修正してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>If this is the column to predict, every class should occur within the first 1,000 rows. The first of these is in row {row}.</source>
        <translation>これが予測したい項目の場合は、先頭の1,000行にすべての種類の値が含まれるようにしてください。これらの値が最初に現れるのは{row}行目です。</translation>
    </message>
    <message>
        <source>If this is the column to predict, retraining can fail.</source>
        <translation>これが予測したい項目の場合は、再学習が失敗する可能性があります。</translation>
    </message>
    <message>
        <source>If thousands are meant, write these numbers without points, then check again.</source>
        <translation>桁の区切りの場合は、数値からピリオドを除いてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>In CSV files, a quotation mark is written twice (&quot;&quot;); a backslash ends the field too early.</source>
        <translation>CSVファイルでは、引用符は2つ重ねて書きます。バックスラッシュを使うと、値が途中で終わってしまいます。</translation>
    </message>
    <message>
        <source>In the copy that is sent, change the delimiters to commas. Your file is not changed.</source>
        <translation>送信用のコピーをカンマ区切りに変換してください。元のファイルは変更されません。</translation>
    </message>
    <message>
        <source>In the copy that is sent, convert the text to UTF-8 with BOM. Your file is not changed.</source>
        <translation>送信用のコピーをUTF-8 (BOMあり) に変換してください。元のファイルは変更されません。</translation>
    </message>
    <message>
        <source>It had numbers such as 0012 in the file sent last.</source>
        <translation>前回送信したファイルには、0012のような数値がありました。</translation>
    </message>
    <message>
        <source>It has not ended after 1,000,000 characters. Line ends may be missing.</source>
        <translation>100万文字を超えても行が終わりません。改行が失われている可能性があります。</translation>
    </message>
    <message numerus="yes">
        <source>It is the column to predict, and had %Ln class(es) in the file sent last: {labels}.</source>
        <translation>
            <numerusform>予測したい項目の値は、前回送信したファイルでは%Ln種類でした: {labels}。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the column to predict, and the service does not support more than {total} classes.</source>
        <translation>予測したい項目です。サービスで扱えるのは{total}種類の値までです。</translation>
    </message>
    <message>
        <source>It is the column to predict, so there is nothing to learn.</source>
        <translation>予測したい項目の値が1種類だけのため、学習できません。</translation>
    </message>
    <message>
        <source>It may now differ from what is shown here, so it is not sent.</source>
        <translation>表示内容が現在のファイルと異なる可能性があるため、送信できません。</translation>
    </message>
    <message>
        <source>It only says where the data is stored, as with iCloud and Git LFS, and contains no data.</source>
        <translation>データの保存場所を示すだけで (iCloudやGit LFSなど)、データは含まれていません。</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its drive is not connected.</source>
        <translation>移動、名前の変更、削除が行われたか、ドライブが接続されていません。</translation>
    </message>
    <message>
        <source>Its content is exactly the same, so the model would learn nothing new.</source>
        <translation>内容がまったく同じため、新しく学習できるデータがありません。</translation>
    </message>
    <message>
        <source>Its content was never written: a copy or a download was interrupted.</source>
        <translation>コピーまたはダウンロードが途中で止まり、内容が書き込まれていません。</translation>
    </message>
    <message>
        <source>Leave blank lines out of the copy that is sent, or delete them and check again.</source>
        <translation>送信用のコピーから空行を除くか、ファイルから削除してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Leave it out of the copy that is sent, or delete it and check again.</source>
        <translation>送信用のコピーから除くか、ファイルから削除してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Leave out columns that the model does not use.</source>
        <translation>モデルで使われていない項目を除いてください。</translation>
    </message>
    <message>
        <source>Leave out the evaluation file.</source>
        <translation>評価ファイルを外してください。</translation>
    </message>
    <message>
        <source>Leave out the oldest rows.</source>
        <translation>古い行から順に除いてください。</translation>
    </message>
    <message numerus="yes">
        <source>Leave row(s) {said} out of the copy that is sent. Your file is not changed.</source>
        <translation>
            <numerusform>送信用のコピーから{said}行目を除いてください。元のファイルは変更されません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave them out if the model was trained without them. If it was trained with them, they have to stay: retraining fails when a column is missing.</source>
        <translation>これらの項目を使わずに学習したモデルの場合は、除いてください。これらの項目を使って学習したモデルの場合は、項目が不足すると再学習が失敗するため、残してください。</translation>
    </message>
    <message>
        <source>Leave these fields empty, then check again.</source>
        <translation>これらの値を空欄にしてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Leave this row out of the copy that is sent. Your file is not changed.</source>
        <translation>送信用のコピーからこの行を除いてください。元のファイルは変更されません。</translation>
    </message>
    <message>
        <source>Look for a quotation mark at the beginning of a field in this row, and double or remove it. Then check again.</source>
        <translation>この行で、値の先頭にある引用符を2つ重ねるか削除してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Look for the quotation mark at the beginning of a field, and close or remove it.</source>
        <translation>値の先頭にある引用符を探し、閉じるか削除してください。</translation>
    </message>
    <message>
        <source>Make sure that the model chosen above is the right one.</source>
        <translation>上で選択したモデルが正しいか確認してください。</translation>
    </message>
    <message>
        <source>Make sure that the right column is in its place, then check again.</source>
        <translation>正しい項目がこの位置にあるか確認してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Make sure that you may read it, close it in other programs, then check again.</source>
        <translation>読み取り権限があるか確認し、ほかのプログラムで開いている場合は閉じてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Name these columns, or remove empty columns at the end.</source>
        <translation>項目名を付けるか、末尾の空の列を削除してください。</translation>
    </message>
    <message>
        <source>Nearly every row has a different value in {some}.</source>
        <translation>{some}は、ほとんどの行で値が異なります。</translation>
    </message>
    <message>
        <source>None of these columns was in the file sent last, {examples}.</source>
        <translation>前回送信した{examples}と共通する項目がありません。</translation>
    </message>
    <message>
        <source>Nothing needs to be done. To use new columns, train a new model in the console.</source>
        <translation>対応は不要です。新しい項目を使うには、Prediction Oneの画面で予測モデルを新規作成してください。</translation>
    </message>
    <message>
        <source>Often a field contains a comma or a quotation mark, but is not in quotation marks.</source>
        <translation>多くの場合、カンマや引用符を含む値が引用符で囲まれていないことが原因です。</translation>
    </message>
    <message>
        <source>On some drives, macOS keeps a file’s icon and tags in a second one, named “._…”.</source>
        <translation>macOSでは、一部のドライブで、ファイルのアイコンやタグが「._…」という名前の別のファイルに保存されます。</translation>
    </message>
    <message>
        <source>Only an empty field counts as missing. Any word turns a column of type {type} into text.</source>
        <translation>欠損値として扱われるのは空欄だけです。文字の値が1つでもあると、{type}の項目が文字列として扱われます。</translation>
    </message>
    <message>
        <source>Only in the evaluation file: {extra}.</source>
        <translation>評価ファイルにのみある項目: {extra}。</translation>
    </message>
    <message>
        <source>Only in the training file: {missing}.</source>
        <translation>学習ファイルにのみある項目: {missing}。</translation>
    </message>
    <message>
        <source>Only the shortcut would be sent.</source>
        <translation>このまま送信すると、ショートカットだけが送られます。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program, and save it as “CSV UTF-8”. Then choose that file.</source>
        <translation>表計算ソフトで開き、「CSV UTF-8」形式で保存してから、そのファイルを選択してください。</translation>
    </message>
    <message>
        <source>Open it in the program that made it, and save it as “CSV UTF-8”. Then choose that file.</source>
        <translation>元のアプリで開き、「CSV UTF-8」形式で保存してから、そのファイルを選択してください。</translation>
    </message>
    <message>
        <source>Open the email, save its attachment, and choose that file.</source>
        <translation>メールを開いて添付ファイルを保存し、そのファイルを選択してください。</translation>
    </message>
    <message>
        <source>Other characters come later.</source>
        <translation>それ以外の文字は、その後に現れます。</translation>
    </message>
    <message>
        <source>People and programs may confuse the columns.</source>
        <translation>人もプログラムも、項目を取り違える可能性があります。</translation>
    </message>
    <message>
        <source>Programs read such fields in different ways, so the service may see other values than this table.</source>
        <translation>このような値の読み取り方はプログラムによって異なるため、サービスではこの表とは違う値になる可能性があります。</translation>
    </message>
    <message>
        <source>Put rare classes together, or choose another column to predict.</source>
        <translation>行数の少ない値どうしをまとめるか、予測したい項目を変更してください。</translation>
    </message>
    <message>
        <source>Reading the file was interrupted.</source>
        <translation>ファイルの読み取りが途中で止まりました。</translation>
    </message>
    <message>
        <source>Remove what is not data from the file, then check again.</source>
        <translation>データではない行をファイルから削除してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Rename one of them, or leave one out of the copy that is sent.</source>
        <translation>どちらかの項目名を変更するか、送信用のコピーから一方を除いてください。</translation>
    </message>
    <message>
        <source>Rename one of them, or remove the column that is not used.</source>
        <translation>どちらかの項目名を変更するか、使用しない項目を削除してください。</translation>
    </message>
    <message>
        <source>Rename one of them, then check again.</source>
        <translation>どちらかの項目名を変更してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Retraining can fail when the data differs from what the model was trained with.</source>
        <translation>データがモデルの学習に使ったものと異なると、再学習が失敗する可能性があります。</translation>
    </message>
    <message>
        <source>Retraining fails when a column that the model uses is missing.</source>
        <translation>モデルで使われている項目がないと、再学習は失敗します。</translation>
    </message>
    <message>
        <source>Retraining fails when the classes differ from those the model was trained with.</source>
        <translation>値の種類がモデルの学習に使ったデータと異なると、再学習は失敗します。</translation>
    </message>
    <message>
        <source>Retraining fails without it.</source>
        <translation>この項目がないと、再学習は失敗します。</translation>
    </message>
    <message>
        <source>Retraining ignores new columns: the model does not learn from them.</source>
        <translation>新しい項目は再学習では無視され、学習に使われません。</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>{0}行目</translation>
    </message>
    <message>
        <source>Row {0}, column {1}</source>
        <translation>{0}行目、{1}列目</translation>
    </message>
    <message>
        <source>Row {0}, column {1} “{2}”</source>
        <translation>{0}行目、{1}列目「{2}」</translation>
    </message>
    <message>
        <source>Row {row} contains NUL characters.</source>
        <translation>{row}行目にNUL文字があります。</translation>
    </message>
    <message numerus="yes">
        <source>Row {row} has %Ln field(s), but there are {second} column names.</source>
        <translation>
            <numerusform>{row}行目の値は%Ln個ですが、項目名は{second}個あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {row} has misplaced quotation marks: “{said}”.</source>
        <translation>{row}行目の引用符の位置が正しくありません: 「{said}」。</translation>
    </message>
    <message>
        <source>Row {row} has quotation marks with a backslash (\&quot;).</source>
        <translation>{row}行目で、引用符の前にバックスラッシュ (\) があります。</translation>
    </message>
    <message>
        <source>Row {row} has “�” where characters were lost.</source>
        <translation>{row}行目に、失われた文字の跡を示す「�」があります。</translation>
    </message>
    <message>
        <source>Row {row} is a blank line.</source>
        <translation>{row}行目が空行です。</translation>
    </message>
    <message>
        <source>Row {row} is a second heading, not data: “{said}”.</source>
        <translation>{row}行目はデータではなく、2つ目の見出しです: 「{said}」。</translation>
    </message>
    <message>
        <source>Row {row} is too long.</source>
        <translation>{row}行目が長すぎます。</translation>
    </message>
    <message>
        <source>Row {row} repeats the column names.</source>
        <translation>{row}行目に項目名が再び現れます。</translation>
    </message>
    <message>
        <source>Save the file again with one row per line.</source>
        <translation>1行に1件ずつになるように、ファイルを保存し直してください。</translation>
    </message>
    <message>
        <source>Save the file with commas or tabs between the fields.</source>
        <translation>値をカンマまたはタブで区切って、ファイルを保存してください。</translation>
    </message>
    <message>
        <source>Save the file without spaces after the delimiters, then check again.</source>
        <translation>区切り文字の後ろに空白を入れずにファイルを保存し直してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Send all rows that the model is to learn from.</source>
        <translation>学習に使う行をすべて含めて送信してください。</translation>
    </message>
    <message>
        <source>Send fewer rows. The service recommends at most 1,000,000.</source>
        <translation>行数を減らしてください。推奨は100万行までです。</translation>
    </message>
    <message>
        <source>Shuffle the rows, then check again.</source>
        <translation>行をランダムに並べ替えてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>So large a difference may mean that rows are missing or duplicated.</source>
        <translation>行数の差が大きいため、行の不足や重複の可能性があります。</translation>
    </message>
    <message>
        <source>Some characters of the file are damaged.</source>
        <translation>ファイルの一部の文字が破損しています。</translation>
    </message>
    <message>
        <source>Some programs still write it. The service may treat it as a row, or as part of the last value.</source>
        <translation>現在もこの記号を書き込むプログラムがあります。サービスでは1つの行、または最後の値の一部として扱われる可能性があります。</translation>
    </message>
    <message>
        <source>Some systems export tables as web pages and call them .csv or .xls. A page that asks to sign in may also have been saved in place of the file.</source>
        <translation>表をWebページとして書き出し、.csvや.xlsの名前を付けるシステムがあります。または、ファイルの代わりにサインイン画面が保存された可能性があります。</translation>
    </message>
    <message>
        <source>The bytes there are not text in this encoding. The file is damaged, or in another encoding.</source>
        <translation>この文字コードの文字ではないデータがあります。ファイルが破損しているか、別の文字コードで書かれています。</translation>
    </message>
    <message>
        <source>The characters are {characters}.</source>
        <translation>該当する文字は{characters}です。</translation>
    </message>
    <message>
        <source>The column to predict, “{name}”, is missing.</source>
        <translation>予測したい項目「{name}」がありません。</translation>
    </message>
    <message>
        <source>The data may be attached to it.</source>
        <translation>データはメールに添付されている可能性があります。</translation>
    </message>
    <message>
        <source>The download failed, and the server’s answer was saved under the file’s name.</source>
        <translation>ダウンロードに失敗し、サーバーの応答がこのファイル名で保存されました。</translation>
    </message>
    <message>
        <source>The drive or the network may be unavailable. The system said: “{said}”.</source>
        <translation>ドライブまたはネットワークを使用できない可能性があります。システムのメッセージは「{said}」です。</translation>
    </message>
    <message>
        <source>The encoding is most likely {likely}.</source>
        <translation>もっとも可能性が高い文字コードは{likely}です。</translation>
    </message>
    <message>
        <source>The evaluation file has different column names.</source>
        <translation>評価ファイルの項目名が学習ファイルと異なります。</translation>
    </message>
    <message>
        <source>The fields are separated by “{said}”.</source>
        <translation>値が「{said}」で区切られています。</translation>
    </message>
    <message>
        <source>The fields seem to be separated by spaces, which the service does not read.</source>
        <translation>値が空白で区切られているようですが、サービスでは空白を区切り文字として使えません。</translation>
    </message>
    <message>
        <source>The fields seem to be separated by “{said}”, which the service does not read.</source>
        <translation>値が「{said}」で区切られているようですが、サービスではこの区切り文字を使えません。</translation>
    </message>
    <message>
        <source>The file can be read as Shift_JIS, but the text is probably wrong.</source>
        <translation>Shift_JISとして読み取れますが、文字化けしていると思われます。</translation>
    </message>
    <message>
        <source>The file cannot be found.</source>
        <translation>ファイルが見つかりません。</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>ファイルを開けません。</translation>
    </message>
    <message>
        <source>The file changed while it was being read.</source>
        <translation>読み取り中にファイルが変更されました。</translation>
    </message>
    <message>
        <source>The file contains no data.</source>
        <translation>ファイルにデータがありません。</translation>
    </message>
    <message>
        <source>The file contains only NUL characters.</source>
        <translation>ファイルにNUL文字しかありません。</translation>
    </message>
    <message>
        <source>The file ends with Ctrl-Z, an old end mark.</source>
        <translation>ファイルの末尾に、古い終端記号のCtrl-Zがあります。</translation>
    </message>
    <message>
        <source>The file ends with totals or a note, “{second}”.</source>
        <translation>ファイルの末尾がデータではなく、合計や注記です: 「{second}」。</translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln blank line(s) in all.</source>
        <translation>
            <numerusform>空行は全部で%Ln行あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln column(s).</source>
        <translation>
            <numerusform>項目が%Ln個あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln row(s), too few to train.</source>
        <translation>
            <numerusform>データが%Ln行しかないため、学習できません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln row(s); the one sent last had {total}.</source>
        <translation>
            <numerusform>データは%Ln行で、前回送信したファイルは{total}行でした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has exactly %Ln row(s), as many as Excel can hold.</source>
        <translation>
            <numerusform>データが、Excelで扱える上限と同じ%Ln行です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has more than {total} rows.</source>
        <translation>データが{total}行を超えています。</translation>
    </message>
    <message numerus="yes">
        <source>The file has only %Ln row(s).</source>
        <translation>
            <numerusform>データが%Ln行しかありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has only one column.</source>
        <translation>項目が1つしかありません。</translation>
    </message>
    <message>
        <source>The file is UTF-16 (“Unicode text”).</source>
        <translation>ファイルの文字コードがUTF-16 (「Unicodeテキスト」) です。</translation>
    </message>
    <message>
        <source>The file is UTF-8, but has no BOM.</source>
        <translation>UTF-8のファイルにBOMがありません。</translation>
    </message>
    <message>
        <source>The file is larger than 5 GB.</source>
        <translation>ファイルが5 GBを超えています。</translation>
    </message>
    <message>
        <source>The file is neither UTF-8 nor Shift_JIS.</source>
        <translation>ファイルの文字コードがUTF-8でもShift_JISでもありません。</translation>
    </message>
    <message>
        <source>The file is {encoding}, but some of its bytes are not text; “�” is shown in their place.</source>
        <translation>ファイルの文字コードは{encoding}ですが、文字として読み取れないデータがあり、「�」で表示しています。</translation>
    </message>
    <message>
        <source>The file is {encoding}.</source>
        <translation>ファイルの文字コードが{encoding}です。</translation>
    </message>
    <message>
        <source>The first 1,000 bytes contain only ASCII characters.</source>
        <translation>先頭の1,000バイトに半角の英数字と記号 (ASCII) しかありません。</translation>
    </message>
    <message numerus="yes">
        <source>The first 1,000 rows are of type {type}, but %Ln of {total} fields are not.</source>
        <translation>
            <numerusform>先頭の1,000行の型は{type}ですが、{total}個中%Ln個の値が異なります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first is in row {row}.</source>
        <translation>最初は{row}行目です。</translation>
    </message>
    <message>
        <source>The first row contains numbers or counts: “{text}”.</source>
        <translation>先頭の行が項目名ではなく、番号や件数です: 「{text}」。</translation>
    </message>
    <message>
        <source>The first row is a note for Excel, “sep={said}”.</source>
        <translation>先頭の行が、Excel用の区切り文字の指定「sep={said}」です。</translation>
    </message>
    <message>
        <source>The first row is a title, “{text}”.</source>
        <translation>先頭の行が項目名ではなく、タイトルです: 「{text}」。</translation>
    </message>
    <message>
        <source>The first row looks like data: “{said}”.</source>
        <translation>先頭の行が項目名ではなく、データのようです: 「{said}」。</translation>
    </message>
    <message>
        <source>The model cannot learn what is not in the training file.</source>
        <translation>学習ファイルにない値は、モデルが学習できません。</translation>
    </message>
    <message>
        <source>The model would learn from such rows as from any other.</source>
        <translation>このままでは、ほかの行と同じように学習に使われます。</translation>
    </message>
    <message>
        <source>The numbers in “{name}” may count as years or dates differently than last time.</source>
        <translation>「{name}」の数値の、年や日付としての扱いが前回と変わる可能性があります。</translation>
    </message>
    <message>
        <source>The others are whole numbers below 1,000.</source>
        <translation>ほかの値は1,000未満の整数です。</translation>
    </message>
    <message>
        <source>The service accepts at most {total}, and recommends at most 200.</source>
        <translation>上限は{total}個で、推奨は200個までです。</translation>
    </message>
    <message>
        <source>The service cannot tell them apart.</source>
        <translation>サービスではこれらの項目を区別できません。</translation>
    </message>
    <message>
        <source>The service determines a column’s type from its first 1,000 rows. One field there that is neither a number nor a date makes the whole column text.</source>
        <translation>項目の型は、先頭の1,000行で判定されます。その中に数値でも日時でもない値が1つでもあると、項目全体が文字列として扱われます。</translation>
    </message>
    <message>
        <source>The service evaluates it with the last part of the training data.</source>
        <translation>時系列予測のモデルは、学習データの最後の部分で評価されます。</translation>
    </message>
    <message>
        <source>The service guesses the encoding from the first 1,000 bytes. It may misread characters, and names and classes with them.</source>
        <translation>サービスでは、先頭の1,000バイトから文字コードが判定されます。判定が誤っていると、文字化けして項目名や値が変わる可能性があります。</translation>
    </message>
    <message>
        <source>The service judges the type by the first 1,000 rows. What it does with other fields later is not known.</source>
        <translation>項目の型は、先頭の1,000行で判定されます。それより後にある型の異なる値がどう扱われるかは不明です。</translation>
    </message>
    <message>
        <source>The service may treat a blank line as a row without values.</source>
        <translation>空行は、値のない行として扱われる可能性があります。</translation>
    </message>
    <message>
        <source>The service may treat numbers such as 2019, 201906 or 20190612 as dates from 1970 to 3999. One number outside that range changes the type of the column, and retraining can fail.</source>
        <translation>2019、201906、20190612のような数値は、1970年から3999年までの日付として扱われる可能性があります。範囲外の数値が1つでもあると項目の型が変わり、再学習が失敗する可能性があります。</translation>
    </message>
    <message>
        <source>The service may treat them as text, so the model cannot tell earlier from later.</source>
        <translation>文字列として扱われ、モデルが日付の前後関係を学習できない可能性があります。</translation>
    </message>
    <message>
        <source>The service reads UTF-8 with BOM and Shift_JIS. It may not read this encoding.</source>
        <translation>サービスが対応しているのは、UTF-8 (BOMあり) とShift_JISです。この文字コードは読み取れない可能性があります。</translation>
    </message>
    <message>
        <source>The service reads one format per column.</source>
        <translation>サービスで読み取れる形式は、1つの項目につき1つです。</translation>
    </message>
    <message>
        <source>The service reads only CSV and TSV files, whatever the file name says.</source>
        <translation>ファイル名にかかわらず、サービスで読み取れるのはCSVとTSVのファイルのみです。</translation>
    </message>
    <message>
        <source>The service reads only CSV and TSV files.</source>
        <translation>サービスで読み取れるのは、CSVとTSVのファイルのみです。</translation>
    </message>
    <message>
        <source>The service reads only CSV files with commas and TSV files with tabs.</source>
        <translation>サービスで読み取れるのは、カンマ区切りのCSVとタブ区切りのTSVのみです。</translation>
    </message>
    <message>
        <source>The service reads only UTF-8 and Shift_JIS.</source>
        <translation>サービスで読み取れるのは、UTF-8とShift_JISのみです。</translation>
    </message>
    <message>
        <source>The service reads only these two. The file is shown as {encoding}: {samples}. Only you can tell which encoding it is.</source>
        <translation>サービスで読み取れるのは、この2つのみです。現在は{encoding}として表示しています: {samples}。どの文字コードが正しいか、表示を見て判断してください。</translation>
    </message>
    <message>
        <source>The service reads plain text with one row per line.</source>
        <translation>サービスで読み取れるのは、1行に1件ずつ書かれたテキストファイルです。</translation>
    </message>
    <message>
        <source>The service reads the point as a decimal point, which makes them small numbers.</source>
        <translation>サービスではピリオドが小数点として扱われるため、小さな数値になります。</translation>
    </message>
    <message>
        <source>The service recommends at least {total} rows. With fewer, a model may predict poorly.</source>
        <translation>推奨は{total}行以上です。行数が少ないと、予測精度が低くなる可能性があります。</translation>
    </message>
    <message>
        <source>The service recommends at most {total}, and accepts fewer for time series models. The limit is 999.</source>
        <translation>推奨は{total}個までです。上限は999個で、時系列予測のモデルではさらに少なくなります。</translation>
    </message>
    <message>
        <source>The service recommends no more than that. Retraining may fail.</source>
        <translation>推奨の行数を超えているため、再学習が失敗する可能性があります。</translation>
    </message>
    <message>
        <source>The service supports only the years 1970 to 3999.</source>
        <translation>サービスで扱えるのは、1970年から3999年までです。</translation>
    </message>
    <message>
        <source>The service takes the first row as the column names.</source>
        <translation>先頭の行は、項目名として扱われます。</translation>
    </message>
    <message>
        <source>The service treats them as different classes, and the model learns each separately.</source>
        <translation>サービスでは別の値として扱われ、別々に学習されます。</translation>
    </message>
    <message>
        <source>The service treats them as text, so the model cannot tell that one is larger than another.</source>
        <translation>文字列として扱われるため、モデルが値の大小を学習できません。</translation>
    </message>
    <message>
        <source>The service treats these numbers as text, and the whole column with them.</source>
        <translation>これらの数値だけでなく、項目全体が文字列として扱われます。</translation>
    </message>
    <message>
        <source>The service’s manual does not list this format.</source>
        <translation>サービスのマニュアルに記載されていない形式です。</translation>
    </message>
    <message>
        <source>The service’s storage does not accept more at once.</source>
        <translation>一度に送信できるのは5 GBまでです。</translation>
    </message>
    <message>
        <source>The spaces belong to names and values, and quotation marks after them do not hold a field together.</source>
        <translation>空白も項目名や値の一部になります。空白の後の引用符では、値を囲めません。</translation>
    </message>
    <message>
        <source>The system said: “{said}”.</source>
        <translation>システムのメッセージは「{said}」です。</translation>
    </message>
    <message>
        <source>The training file and the evaluation file are identical.</source>
        <translation>学習ファイルと評価ファイルの内容が同じです。</translation>
    </message>
    <message>
        <source>Their column numbers are {numbers}.</source>
        <translation>列の番号は{numbers}です。</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln such place(s).</source>
        <translation>
            <numerusform>該当するのは%Lnか所です。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a space after each delimiter (“{said}”).</source>
        <translation>区切り文字「{said}」の後ろに空白があります。</translation>
    </message>
    <message>
        <source>There is nothing to learn from.</source>
        <translation>このままでは学習できません。</translation>
    </message>
    <message>
        <source>There seem to be no column names. The service takes the first row as the column names, and a model looks for its columns by name.</source>
        <translation>項目名の行がないようです。先頭の行が項目名として扱われますが、モデルは項目名で項目を識別します。</translation>
    </message>
    <message>
        <source>These characters cannot be restored in the copy.</source>
        <translation>送信用のコピーで、元の文字に戻すことはできません。</translation>
    </message>
    <message>
        <source>These characters look wrong: {samples}.</source>
        <translation>文字化けしているようです: {samples}。</translation>
    </message>
    <message>
        <source>These look like the data of another model. Retraining fails when columns are missing.</source>
        <translation>別のモデルのデータのようです。項目が不足していると、再学習は失敗します。</translation>
    </message>
    <message>
        <source>They are UTF-8: files of two encodings may have been joined.</source>
        <translation>これらの文字はUTF-8です。文字コードの異なるファイルが結合された可能性があります。</translation>
    </message>
    <message>
        <source>They are in values of {labels}.</source>
        <translation>該当する値は次の項目にあります: {labels}。</translation>
    </message>
    <message>
        <source>They differ in {how}, and the service treats them as different classes.</source>
        <translation>{how}の違いがあり、サービスでは別の値として扱われます。</translation>
    </message>
    <message>
        <source>They differ in {how}.</source>
        <translation>{how}の違いがあります。</translation>
    </message>
    <message>
        <source>They do not belong in text, and the service may stop reading there. A program may have written the file incorrectly.</source>
        <translation>テキストには本来含まれない文字のため、サービスの読み取りがここで止まる可能性があります。ファイルが正しく書き出されていないことも考えられます。</translation>
    </message>
    <message>
        <source>They were in the file sent last.</source>
        <translation>前回送信したファイルにはありました。</translation>
    </message>
    <message>
        <source>They were not in the file sent last.</source>
        <translation>前回送信したファイルにはありませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>This applies to %Ln of {total} fields, first in row {row}.</source>
        <translation>
            <numerusform>{total}個中%Ln個の値が該当し、最初は{row}行目です。</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is compared with the one sent last.</source>
        <translation>このファイルと、前回送信したファイルを比較しています。</translation>
    </message>
    <message>
        <source>This file was already sent for this model, as {examples}.</source>
        <translation>このファイルは{examples}として、このモデル用に送信済みです。</translation>
    </message>
    <message>
        <source>This is a JSON file, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、JSONファイルです。</translation>
    </message>
    <message>
        <source>This is a PDF, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、PDFです。</translation>
    </message>
    <message>
        <source>This is a SYLK spreadsheet, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、SYLK形式の表計算ファイルです。</translation>
    </message>
    <message>
        <source>This is a companion file of macOS, not the data.</source>
        <translation>データではなく、macOSの付属ファイルです。</translation>
    </message>
    <message>
        <source>This is a compressed file, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、圧縮ファイルです。</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>フォルダーが指定されています。</translation>
    </message>
    <message>
        <source>This is a picture, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、画像です。</translation>
    </message>
    <message>
        <source>This is a placeholder for a file kept in another place.</source>
        <translation>別の場所に保存されているファイルの代わりに置かれたファイルです。</translation>
    </message>
    <message>
        <source>This is a shortcut, not the file itself.</source>
        <translation>ファイル本体ではなく、ショートカットです。</translation>
    </message>
    <message>
        <source>This is a spreadsheet, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、表計算ソフトのファイルです。</translation>
    </message>
    <message>
        <source>This is a web page, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、Webページです。</translation>
    </message>
    <message>
        <source>This is a word processor document, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、ワープロソフトの文書です。</translation>
    </message>
    <message>
        <source>This is an XML file, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、XMLファイルです。</translation>
    </message>
    <message>
        <source>This is an XML spreadsheet, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、XML形式の表計算ファイルです。</translation>
    </message>
    <message>
        <source>This is an email, not a CSV or TSV file.</source>
        <translation>CSVまたはTSVではなく、メールです。</translation>
    </message>
    <message>
        <source>This is an error message of a server, not the data.</source>
        <translation>データではなく、サーバーのエラーメッセージです。</translation>
    </message>
    <message>
        <source>This is compared with the file sent last.</source>
        <translation>前回送信したファイルと比較しています。</translation>
    </message>
    <message>
        <source>This is not a CSV or TSV file.</source>
        <translation>CSVまたはTSVのファイルではありません。</translation>
    </message>
    <message>
        <source>This is the column to predict, so retraining can fail.</source>
        <translation>予測したい項目のため、再学習が失敗する可能性があります。</translation>
    </message>
    <message>
        <source>To the service they are different columns, and retraining fails when one is missing.</source>
        <translation>サービスでは別の項目として扱われます。項目が不足すると、再学習は失敗します。</translation>
    </message>
    <message>
        <source>To the service, a value with them and the same value without them are two values. A number with one of them counts as text.</source>
        <translation>サービスでは、こうした文字や空白の有無だけが違う値も別の値として扱われます。数値に付いている場合は、文字列として扱われます。</translation>
    </message>
    <message>
        <source>To the service, “{name}” with them and “{name}” without them are two names. Retraining fails when a column that the model uses is missing.</source>
        <translation>サービスでは、これらを含む「{name}」と含まない「{name}」は、別の項目名として扱われます。モデルで使われている項目がないと、再学習は失敗します。</translation>
    </message>
    <message>
        <source>Training needs at least {total} rows. 100 or more are recommended.</source>
        <translation>学習には{total}行以上が必要です。推奨は100行以上です。</translation>
    </message>
    <message>
        <source>Two column names look the same: “{one}” and “{other}”.</source>
        <translation>2つの項目名が同じように見えます: 「{one}」と「{other}」。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Wait until the file has been written, then check again.</source>
        <translation>ファイルの保存が終わってから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Which encoding it is cannot be told from them.</source>
        <translation>これらの文字からは、文字コードを判断できません。</translation>
    </message>
    <message>
        <source>While it is open in a spreadsheet program, other programs cannot read it.</source>
        <translation>表計算ソフトで開いている間は、ほかのプログラムから読み取れません。</translation>
    </message>
    <message>
        <source>Write a quotation mark within a quoted field twice (&quot;&quot;), then check again.</source>
        <translation>引用符で囲んだ値の中では、引用符を2つ重ねて書いてください。その後、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Write all dates in the same format, then check again.</source>
        <translation>すべての日付を同じ形式にしてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Write every date as YYYY-MM-DD, then check again.</source>
        <translation>すべての日付をYYYY-MM-DD形式で書いてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Write every date as YYYY-MM-DD. Files joined from two countries often need this.</source>
        <translation>すべての日付をYYYY-MM-DD形式で書いてください。異なる国のファイルを結合した場合に、必要になることがあります。</translation>
    </message>
    <message>
        <source>Write the column as it was last time, then check again.</source>
        <translation>前回と同じ書き方に修正してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Write them in the same way, then check again.</source>
        <translation>表記を統一してから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Write them in the same way. What differs only in invisible characters or spaces can be fixed in the copy that is sent.</source>
        <translation>表記を統一してください。見えない文字や空白だけの違いは、送信用のコピーで修正できます。</translation>
    </message>
    <message>
        <source>Write them with digits and a decimal point only, then check again.</source>
        <translation>ファイルの数値を数字と小数点だけで書いてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Write these fields like the others. Where they stand for a missing value, leave them empty.</source>
        <translation>ほかの値と同じ書き方に修正してください。欠損値を表す場合は、空欄にしてください。</translation>
    </message>
    <message>
        <source>Write these numbers without commas, then check again.</source>
        <translation>ファイルの数値からカンマを除いてから、もう一度点検してください。</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>バイト順マーク</translation>
    </message>
    <message>
        <source>column names</source>
        <translation>項目名</translation>
    </message>
    <message>
        <source>column {0}</source>
        <translation>{0}列目</translation>
    </message>
    <message>
        <source>control character</source>
        <translation>制御文字</translation>
    </message>
    <message>
        <source>from row {0}</source>
        <translation>{0}行目から</translation>
    </message>
    <message>
        <source>full-width and half-width characters</source>
        <translation>全角と半角</translation>
    </message>
    <message>
        <source>how letters and their marks are put together</source>
        <translation>文字と濁点などの組み合わせ方</translation>
    </message>
    <message>
        <source>invisible characters</source>
        <translation>見えない文字</translation>
    </message>
    <message>
        <source>left-to-right mark</source>
        <translation>左から右への方向指定文字</translation>
    </message>
    <message>
        <source>narrow no-break space</source>
        <translation>幅の狭いノーブレークスペース</translation>
    </message>
    <message>
        <source>no-break space</source>
        <translation>ノーブレークスペース</translation>
    </message>
    <message>
        <source>right-to-left mark</source>
        <translation>右から左への方向指定文字</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>{0}行目</translation>
    </message>
    <message>
        <source>row {0}, column {1}</source>
        <translation>{0}行目、{1}列目</translation>
    </message>
    <message>
        <source>soft hyphen</source>
        <translation>ソフトハイフン</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>upper and lower case</source>
        <translation>大文字と小文字</translation>
    </message>
    <message>
        <source>variation selector</source>
        <translation>異体字セレクター</translation>
    </message>
    <message>
        <source>whole file</source>
        <translation>ファイル全体</translation>
    </message>
    <message>
        <source>word joiner</source>
        <translation>単語結合子</translation>
    </message>
    <message>
        <source>zero-width joiner</source>
        <translation>ゼロ幅接合子</translation>
    </message>
    <message>
        <source>zero-width non-joiner</source>
        <translation>ゼロ幅非接合子</translation>
    </message>
    <message>
        <source>zero-width space</source>
        <translation>ゼロ幅スペース</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more</source>
        <translation>
            <numerusform>{0}、ほか%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>「{name}」</translation>
    </message>
    <message>
        <source>“{name}” contains invisible characters: “{one}”.</source>
        <translation>「{name}」に、見えない文字を含む値があります: 「{one}」。</translation>
    </message>
    <message>
        <source>“{name}” counts as text because of “{second}” in row {row}.</source>
        <translation>{row}行目の「{second}」のため、「{name}」が文字列として扱われます。</translation>
    </message>
    <message>
        <source>“{name}” had dates with the day first, but now has the month first.</source>
        <translation>「{name}」の日付が、日を先に書く形式から月を先に書く形式に変わりました。</translation>
    </message>
    <message>
        <source>“{name}” had dates with the month first, but now has the day first.</source>
        <translation>「{name}」の日付が、月を先に書く形式から日を先に書く形式に変わりました。</translation>
    </message>
    <message>
        <source>“{name}” has a value of another type in row {row}: “{second}”.</source>
        <translation>「{name}」の{row}行目に、型の異なる値があります: 「{second}」。</translation>
    </message>
    <message>
        <source>“{name}” has changed from {type} to {now}.</source>
        <translation>「{name}」の型が{type}から{now}に変わりました。</translation>
    </message>
    <message>
        <source>“{name}” has classes only after row 1,000: {labels}.</source>
        <translation>「{name}」に、1,000行より後にしかない値があります: {labels}。</translation>
    </message>
    <message>
        <source>“{name}” has classes only in the evaluation file: {labels}.</source>
        <translation>「{name}」に、評価ファイルにしかない値があります: {labels}。</translation>
    </message>
    <message>
        <source>“{name}” has classes that look the same: “{one}” and “{other}”.</source>
        <translation>「{name}」に、同じように見える値があります: 「{one}」と「{other}」。</translation>
    </message>
    <message>
        <source>“{name}” has dates before 1970 or after 3999: {examples}.</source>
        <translation>「{name}」に1970年より前か3999年より後の日付があります (例: {examples})。</translation>
    </message>
    <message>
        <source>“{name}” has dates in an unlisted format: “{said}”.</source>
        <translation>「{name}」の日付の形式が、対応する形式の一覧にありません (例: 「{said}」)。</translation>
    </message>
    <message>
        <source>“{name}” has dates in several formats: {examples}.</source>
        <translation>「{name}」に複数の形式の日付があります (例: {examples})。</translation>
    </message>
    <message>
        <source>“{name}” has decimal commas, or points between thousands: “{said}”.</source>
        <translation>「{name}」に、小数点がカンマの数値、またはピリオドで桁を区切った数値があります (例: 「{said}」)。</translation>
    </message>
    <message>
        <source>“{name}” has more than {total} different values, or long texts.</source>
        <translation>「{name}」の値が{total}種類を超えているか、長い文章です。</translation>
    </message>
    <message>
        <source>“{name}” has negative numbers without “-” before them: “{said}”.</source>
        <translation>「{name}」に、先頭の「-」以外で負を表した数値があります (例: 「{said}」)。</translation>
    </message>
    <message>
        <source>“{name}” has new classes: {labels}.</source>
        <translation>「{name}」に新しい値があります: {labels}。</translation>
    </message>
    <message>
        <source>“{name}” has numbers in full-width digits: “{said}”.</source>
        <translation>「{name}」に、全角数字の数値があります (例: 「{said}」)。</translation>
    </message>
    <message>
        <source>“{name}” has numbers such as “{said}” that may mean thousands.</source>
        <translation>「{name}」の「{said}」などのピリオドは、桁の区切りの可能性があります。</translation>
    </message>
    <message>
        <source>“{name}” has numbers with a currency, unit or percent sign: “{said}”.</source>
        <translation>「{name}」に、通貨記号、単位、パーセント記号の付いた数値があります (例: 「{said}」)。</translation>
    </message>
    <message>
        <source>“{name}” has numbers with commas, such as “{said}”.</source>
        <translation>「{name}」にカンマ区切りの数値があります (例: 「{said}」)。</translation>
    </message>
    <message>
        <source>“{name}” has spaces or apostrophes between thousands: “{said}”.</source>
        <translation>「{name}」に、空白やアポストロフィで桁を区切った数値があります (例: 「{said}」)。</translation>
    </message>
    <message>
        <source>“{name}” has the same value in every row: “{said}”.</source>
        <translation>「{name}」の値がすべて「{said}」です。</translation>
    </message>
    <message>
        <source>“{name}” has values with spaces at their ends: “{one}”.</source>
        <translation>「{name}」に、先頭または末尾が空白の値があります: 「{one}」。</translation>
    </message>
    <message>
        <source>“{name}” is empty in every row.</source>
        <translation>「{name}」は、すべての行が空欄です。</translation>
    </message>
    <message>
        <source>“{name}” is empty in {percent} % of the rows.</source>
        <translation>「{name}」は、{percent}%の行が空欄です。</translation>
    </message>
    <message>
        <source>“{name}” mixes dates that have the day first with dates that have the month first.</source>
        <translation>「{name}」に、日が先の日付と月が先の日付が混在しています。</translation>
    </message>
    <message>
        <source>“{name}” no longer has leading zeros.</source>
        <translation>「{name}」の先頭のゼロがなくなりました。</translation>
    </message>
    <message>
        <source>“{name}” no longer has these classes: {labels}.</source>
        <translation>「{name}」から次の値がなくなりました: {labels}。</translation>
    </message>
    <message>
        <source>“{name}” now has more than 200 values, or long texts.</source>
        <translation>「{name}」の値が200種類を超えているか、長い文章になっています。</translation>
    </message>
    <message>
        <source>“{other}” in “{name}” is “{one}” in the other file.</source>
        <translation>「{name}」の「{other}」は、もう一方のファイルでは「{one}」です。</translation>
    </message>
    <message>
        <source>“{other}” is called “{one}” in the training file.</source>
        <translation>「{other}」は、学習ファイルでは「{one}」です。</translation>
    </message>
    <message>
        <source>“{other}” was called “{one}” in the file sent last.</source>
        <translation>「{other}」は、前回送信したファイルでは「{one}」でした。</translation>
    </message>
    <message>
        <source>“{said}” has the day first, “{second}” the month.</source>
        <translation>「{said}」は日が先、「{second}」は月が先です。</translation>
    </message>
    <message>
        <source>“{said}” looks wrong; probably “{second}” is meant.</source>
        <translation>「{said}」は文字化けしているようです。正しくは「{second}」と思われます。</translation>
    </message>
</context>
<context>
    <name>FindingExplanation</name>
    <message>
        <source>Fixed in the copy that is sent. Your own file stays as it is.</source>
        <translation>送信用のコピーで修正済みです。元のファイルは変更されません。</translation>
    </message>
    <message>
        <source>Selected finding</source>
        <translation>選択中の点検結果</translation>
    </message>
    <message>
        <source>Show in preview</source>
        <translation>プレビューで表示</translation>
    </message>
    <message>
        <source>Show in the preview: {0}</source>
        <translation>プレビューで表示: {0}</translation>
    </message>
</context>
<context>
    <name>FindingTree</name>
    <message>
        <source>Evaluation file</source>
        <translation>評価ファイル</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>点検結果</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>点検結果</translation>
    </message>
    <message>
        <source>Fixed in the copy</source>
        <translation>送信用のコピーで修正済み</translation>
    </message>
    <message numerus="yes">
        <source>Fixed in the copy (%Ln)</source>
        <translation>
            <numerusform>送信用のコピーで修正済み (%Ln件)</numerusform>
        </translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>送信用のコピーでの修正</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Stops the file</source>
        <translation>修正が必要な問題</translation>
    </message>
    <message numerus="yes">
        <source>Stops the file (%Ln)</source>
        <translation>
            <numerusform>修正が必要な問題 (%Ln件)</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>改善の提案</translation>
    </message>
    <message numerus="yes">
        <source>Suggestions (%Ln)</source>
        <translation>
            <numerusform>改善の提案 (%Ln件)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FingerprintDialog</name>
    <message>
        <source>Fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
    <message>
        <source>Paste the line that “Copy fingerprint” copied, or a fingerprint from an exported history.</source>
        <translation>「フィンガープリントをコピー」でコピーした行、またはエクスポートした履歴にあるフィンガープリントを貼り付けてください。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>照合</translation>
    </message>
    <message>
        <source>Verify against fingerprint</source>
        <translation>フィンガープリントと照合</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>About 3 min. Simulated: no account is needed, and nothing leaves this computer.</source>
        <translation>約3分で試せます。アカウントは不要で、このコンピューター内だけで動作します。</translation>
    </message>
    <message>
        <source>Connect your own model</source>
        <translation>自分のモデルを接続する</translation>
    </message>
    <message>
        <source>EPA Desktop sends new training data to Easy Predictive Analytics, watches the retraining and tells you whether the new model is better.</source>
        <translation>新しい学習データをPrediction Oneに送信し、再学習の状況と、モデルが良くなったかどうかをお知らせします。</translation>
    </message>
    <message>
        <source>Follow a retraining that is already running</source>
        <translation>実行中の再学習を追加する</translation>
    </message>
    <message>
        <source>Keep your prediction models fresh</source>
        <translation>予測モデルをいつも最新に</translation>
    </message>
    <message>
        <source>Try it with practice data</source>
        <translation>練習用データで試す</translation>
    </message>
    <message>
        <source>You can also drop a training file (CSV) on this window at any time.</source>
        <translation>学習ファイル (CSV) は、いつでもこのウィンドウにドロップできます。</translation>
    </message>
    <message>
        <source>You need its job ID or the file response.json, and the API key of its model.</source>
        <translation>ジョブIDまたはresponse.jsonファイルと、モデルのAPIキーが必要です。</translation>
    </message>
    <message>
        <source>You need your account’s secret key, or the model’s API key. The form shows where to find them.</source>
        <translation>シークレットキーまたはモデルのAPIキーが必要です。場所は次の画面で案内します。</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n日前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) ago</source>
        <translation>
            <numerusform>約%n日前</numerusform>
        </translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>{0}ごろ</translation>
    </message>
    <message>
        <source>any moment now</source>
        <translation>まもなく</translation>
    </message>
    <message numerus="yes">
        <source>from %n finished job(s) of this model</source>
        <translation>
            <numerusform>このモデルの完了したジョブ%n件に基づく見積もり</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n finished job(s) of this model, by their rows</source>
        <translation>
            <numerusform>このモデルの完了したジョブ%n件の行数に基づく見積もり</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n日後</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about %n day(s)</source>
        <translation>
            <numerusform>約%n日後</numerusform>
        </translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>{0}後</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明日</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0}日</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0}日{1}時間</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0}時間</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0}時間{1}分</translation>
    </message>
    <message>
        <source>{0} later than usual</source>
        <translation>通常より{0}遅れ</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}分</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}秒</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <comment>hours and minutes</comment>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries were added since, and they fit together. The fingerprint says nothing about them.</source>
        <translation>
            <numerusform>その後に%Ln件の記録が追加され、前後のつながりに問題はありません。追加分は、このフィンガープリントの検証の対象外です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that all of the fingerprint was pasted. If so, compare this history with an earlier export or a backup.</source>
        <translation>フィンガープリント全体が貼り付けられているか確認してください。貼り付けられている場合は、この履歴を以前のエクスポートまたはバックアップと比較してください。</translation>
    </message>
    <message>
        <source>Computer user</source>
        <translation>コンピューターのユーザー</translation>
    </message>
    <message>
        <source>Entry number</source>
        <translation>記録番号</translation>
    </message>
    <message>
        <source>Entry {0} ({1}) has the fingerprint, but that entry or one before it is not as it was written.</source>
        <translation>記録{0} ({1}) のフィンガープリントは一致しますが、この記録またはそれより前の記録が、書き込まれた後に変更されています。</translation>
    </message>
    <message>
        <source>Entry {0} ({1}) is not as it was written, or one before it is missing.</source>
        <translation>記録{0} ({1}) が書き込まれた後に変更されたか、それより前の記録が欠けています。</translation>
    </message>
    <message>
        <source>Entry {0} is missing.</source>
        <translation>記録{0}が欠けています。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Export the history as it is now, and compare it with an earlier export or a backup.</source>
        <translation>現在の履歴をエクスポートし、以前のエクスポートまたはバックアップと比較してください。</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln entries to “{0}”.</source>
        <translation>
            <numerusform>%Ln件の記録を「{0}」にエクスポートしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
    <message numerus="yes">
        <source>Fingerprint not found among %Ln entries.</source>
        <translation>
            <numerusform>%Ln件の記録の中に、フィンガープリントが見つかりません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fingerprint not found: entry {0} has another one now.</source>
        <translation>フィンガープリントが見つかりません。記録{0}のフィンガープリントが変わっています。</translation>
    </message>
    <message>
        <source>Fingerprint not found: it is of a history that begins with another entry.</source>
        <translation>フィンガープリントが見つかりません。最初の記録が異なる、別の履歴のものです。</translation>
    </message>
    <message numerus="yes">
        <source>Fingerprint not found: it is of entry {0}, but there are only %Ln entries.</source>
        <translation>
            <numerusform>フィンガープリントが見つかりません。記録{0}のものですが、履歴には%Ln件の記録しかありません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fingerprint of %Ln entries up to {0} copied.</source>
        <translation>
            <numerusform>{0}までの%Ln件の記録のフィンガープリントをコピーしました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fingerprint of the entry before</source>
        <translation>直前の記録のフィンガープリント</translation>
    </message>
    <message>
        <source>Free some space and export again, or export to another disk.</source>
        <translation>空き容量を増やしてもう一度エクスポートするか、別のディスクにエクスポートしてください。</translation>
    </message>
    <message>
        <source>It is of another history, or this one was rewritten from its first entry on.</source>
        <translation>別の履歴のものか、この履歴が最初の記録から書き換えられています。</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>ジョブID</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Keep it where nobody who can write to the files of this computer can change it, for example in an email to somebody else.</source>
        <translation>このコンピューターのファイルに書き込める人が変更できない場所に保管してください (たとえば、ほかの人へのメール)。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>日時 (現地)</translation>
    </message>
    <message>
        <source>May be missing</source>
        <translation>失われている可能性のある操作</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models and keys</source>
        <translation>モデルとキー</translation>
    </message>
    <message>
        <source>No entries have been added since.</source>
        <translation>その後に追加された記録はありません。</translation>
    </message>
    <message>
        <source>Nothing was exported. The history itself is not affected.</source>
        <translation>エクスポートされていません。履歴自体に影響はありません。</translation>
    </message>
    <message>
        <source>Paste one fingerprint: the whole line that “Copy fingerprint” copied, or only its 64 digits and letters from a to f.</source>
        <translation>フィンガープリントを1つだけ貼り付けてください。「フィンガープリントをコピー」でコピーした行全体、または数字とaからfの英字からなる64文字だけを貼り付けます。</translation>
    </message>
    <message>
        <source>Program version</source>
        <translation>プログラムのバージョン</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>サービスのステータス</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>切り替え</translation>
    </message>
    <message>
        <source>The history was changed after the fingerprint was copied.</source>
        <translation>フィンガープリントをコピーした後に、履歴が変更されました。</translation>
    </message>
    <message>
        <source>The history was changed and rewritten after the fingerprint was copied.</source>
        <translation>フィンガープリントをコピーした後に、履歴が変更され、書き換えられました。</translation>
    </message>
    <message>
        <source>The history was changed by something other than this program, or its file was damaged. As far as this check can find, the entries before that place are as they were written. The entries from there on may not be.</source>
        <translation>EPA Desktop以外の手段で履歴が変更されたか、ファイルが破損しています。この検証で分かる範囲では、その箇所より前の記録に変更はありません。その箇所以降の記録は変更されている可能性があります。</translation>
    </message>
    <message>
        <source>The history was changed or cut after the fingerprint was copied, or the fingerprint is of another history.</source>
        <translation>フィンガープリントをコピーした後に履歴が変更または削除されたか、別の履歴のフィンガープリントです。</translation>
    </message>
    <message>
        <source>The last entries are missing, from entry {0} on.</source>
        <translation>記録{0}から最後までの記録が欠けています。</translation>
    </message>
    <message>
        <source>The last entries were cut off after the fingerprint was copied, or the list was restored from an older backup.</source>
        <translation>フィンガープリントをコピーした後に最後の部分の記録が削除されたか、一覧が古いバックアップから復元されました。</translation>
    </message>
    <message>
        <source>There is not enough space on the disk for the export.</source>
        <translation>ディスクの空き容量が不足しているため、エクスポートできません。</translation>
    </message>
    <message>
        <source>This check finds any entry that was changed, removed or added while the later ones stayed. It cannot find a history that was rewritten from some entry to the end, or restored from a backup, by somebody who can write to the file.</source>
        <translation>この検証では、後の記録を残したまま変更・削除・追加された記録を検出できます。ファイルに書き込める人が途中から最後まで履歴を書き換えた場合や、バックアップから復元した場合は検出できません。</translation>
    </message>
    <message>
        <source>This history contains the same fingerprint, that of entry {0}, {1}. All entries up to it are as they were when it was copied.</source>
        <translation>この履歴に同じフィンガープリントがあります (記録{0}、{1})。そこまでの記録はすべて、コピーしたときから変わっていません。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Time in UTC</source>
        <translation>日時 (UTC)</translation>
    </message>
    <message>
        <source>To find that too, choose “Copy fingerprint”, keep the fingerprint where others cannot change it, and later choose “Verify against fingerprint…”. Every HTML export contains it as well, and so does the CSV file of the whole history.</source>
        <translation>こうした場合も検出するには、「フィンガープリントをコピー」を選択し、ほかの人が変更できない場所にフィンガープリントを保管して、後で「フィンガープリントと照合…」を選択してください。フィンガープリントは、HTMLのエクスポートと、履歴全体のCSVファイルにも含まれます。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message numerus="yes">
        <source>Verified: %Ln entries, each as it was written. The fingerprint of the last one begins with {0}.</source>
        <translation>
            <numerusform>検証が完了しました。%Ln件の記録に変更はありません。最後の記録のフィンガープリントは{0}で始まります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified: the history is empty, and nothing is missing.</source>
        <translation>検証が完了しました。履歴は空で、欠けている記録はありません。</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <comment>time and time zone</comment>
        <translation>{0} ({1})</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln entries</source>
        <translation>
            <numerusform>%Ln件中{0}件</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} so far; still reading…</source>
        <translation>現在{0}、読み込み中…</translation>
    </message>
</context>
<context>
    <name>HistoryBar</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>CSV for spreadsheets (*.csv)</source>
        <translation>表計算ソフト用CSV (*.csv)</translation>
    </message>
    <message>
        <source>Drawing the timeline of “{0}”…</source>
        <translation>「{0}」のタイムラインを作成しています…</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>履歴のエクスポート</translation>
    </message>
    <message>
        <source>Exporting to “{0}”…</source>
        <translation>「{0}」にエクスポートしています…</translation>
    </message>
    <message>
        <source>History {0}</source>
        <translation>履歴 {0}</translation>
    </message>
    <message>
        <source>Show entry {0}</source>
        <translation>記録{0}を表示</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>The export was canceled. No file was created.</source>
        <translation>エクスポートをキャンセルしました。ファイルは作成されていません。</translation>
    </message>
    <message>
        <source>Verifying the history…</source>
        <translation>履歴を検証しています…</translation>
    </message>
    <message>
        <source>Web page with timelines (*.html)</source>
        <translation>タイムライン付きWebページ (*.html)</translation>
    </message>
</context>
<context>
    <name>HistoryEvent</name>
    <message numerus="yes">
        <source>%n prediction(s) changed</source>
        <translation>
            <numerusform>%n件の予測が変化</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>Between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>;
</source>
        <comment>Between the lines of a list</comment>
        <translation>
</translation>
    </message>
    <message>
        <source>A line above the column names</source>
        <translation>項目名より上の余分な行</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>APIキー</translation>
    </message>
    <message>
        <source>API key added: {0}</source>
        <translation>APIキーを追加しました: {0}</translation>
    </message>
    <message>
        <source>API key before</source>
        <translation>変更前のAPIキー</translation>
    </message>
    <message>
        <source>API key changed: {0} → {1}</source>
        <translation>APIキーを変更しました: {0} → {1}</translation>
    </message>
    <message>
        <source>API key removed: {0}</source>
        <translation>APIキーを削除しました: {0}</translation>
    </message>
    <message>
        <source>Account connected</source>
        <translation>アカウントを接続しました</translation>
    </message>
    <message>
        <source>Account disconnected</source>
        <translation>アカウントの接続を解除しました</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>Blank lines</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>Changed, by the service’s clock (UTC)</source>
        <translation>サービス側の変更日時 (UTC)</translation>
    </message>
    <message>
        <source>Changed, in the service’s own words</source>
        <translation>サービス側の変更日時 (原文)</translation>
    </message>
    <message>
        <source>Clear, but only just</source>
        <translation>判定基準に近い差</translation>
    </message>
    <message>
        <source>Column names repeated further down</source>
        <translation>途中で繰り返される項目名</translation>
    </message>
    <message>
        <source>Column names that only look alike</source>
        <translation>見た目だけが同じ項目名</translation>
    </message>
    <message>
        <source>Column to predict changed from “{0}” to “{1}”</source>
        <translation>予測したい項目を「{0}」から「{1}」に変更しました</translation>
    </message>
    <message>
        <source>Column to predict read from results: “{0}”</source>
        <translation>予測したい項目を再学習結果から読み取りました: 「{0}」</translation>
    </message>
    <message>
        <source>Column to predict set: “{0}”</source>
        <translation>予測したい項目を設定しました: 「{0}」</translation>
    </message>
    <message>
        <source>Column to predict “{0}” removed</source>
        <translation>予測したい項目「{0}」の設定を解除しました</translation>
    </message>
    <message>
        <source>Columns with the same name</source>
        <translation>同じ名前の項目</translation>
    </message>
    <message>
        <source>Columns without a name</source>
        <translation>項目名が空欄の項目</translation>
    </message>
    <message>
        <source>Counts instead of column names</source>
        <translation>項目名の代わりに件数などの数値</translation>
    </message>
    <message>
        <source>Ctrl-Z at the end of the file</source>
        <translation>ファイル末尾のCtrl-Z</translation>
    </message>
    <message>
        <source>Decided to keep the live model</source>
        <translation>運用中のモデルを維持することにしました</translation>
    </message>
    <message>
        <source>Details, as written</source>
        <translation>詳細 (記載のまま)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>記録の件数</translation>
    </message>
    <message>
        <source>Evaluation file</source>
        <translation>評価ファイル</translation>
    </message>
    <message>
        <source>Evaluation file: SHA-256</source>
        <translation>評価ファイル: SHA-256</translation>
    </message>
    <message>
        <source>Evaluation file: SHA-256 of the copy</source>
        <translation>評価ファイル: コピーのSHA-256</translation>
    </message>
    <message>
        <source>Evaluation file: changed in the copy that was sent</source>
        <translation>評価ファイル: 送信用のコピーでの修正</translation>
    </message>
    <message>
        <source>Evaluation file: size (bytes)</source>
        <translation>評価ファイル: サイズ (バイト)</translation>
    </message>
    <message>
        <source>Evaluation file: size of the copy (bytes)</source>
        <translation>評価ファイル: コピーのサイズ (バイト)</translation>
    </message>
    <message>
        <source>Evaluation rows</source>
        <translation>評価に使った行数</translation>
    </message>
    <message>
        <source>Everything done before this entry: models, jobs, saved results and switches.</source>
        <translation>この記録より前のすべての操作 (モデル、ジョブ、結果の保存、切り替え)。</translation>
    </message>
    <message>
        <source>Everything done between the entry before this one and this one: jobs, saved results and switches. What was live is not certain until the next switch.</source>
        <translation>直前の記録からこの記録までの間のすべての操作 (ジョブ、結果の保存、切り替え)。次の切り替えまで、どのモデルが運用中かは不明です。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message numerus="yes">
        <source>History exported: {0} (%Ln entries)</source>
        <translation>
            <numerusform>履歴をエクスポートしました: {0} (%Ln件)</numerusform>
        </translation>
    </message>
    <message>
        <source>In the service’s own words</source>
        <translation>サービスの応答 (原文)</translation>
    </message>
    <message>
        <source>Job added to the list; it was started elsewhere</source>
        <translation>EPA Desktop以外で開始されたジョブを一覧に追加しました</translation>
    </message>
    <message>
        <source>Job brought back to the list</source>
        <translation>ジョブを一覧に戻しました</translation>
    </message>
    <message>
        <source>Job name “{0}” removed</source>
        <translation>ジョブ名「{0}」を削除しました</translation>
    </message>
    <message>
        <source>Job named “{0}”</source>
        <translation>ジョブ名を「{0}」に設定しました</translation>
    </message>
    <message>
        <source>Job removed from the list</source>
        <translation>ジョブを一覧から削除しました</translation>
    </message>
    <message>
        <source>Job renamed from “{0}” to “{1}”</source>
        <translation>ジョブ名を「{0}」から「{1}」に変更しました</translation>
    </message>
    <message>
        <source>Key expires (UTC)</source>
        <translation>キーの有効期限 (UTC)</translation>
    </message>
    <message>
        <source>Key expires, as the service said</source>
        <translation>キーの有効期限 (サービスの応答)</translation>
    </message>
    <message>
        <source>Kind, as written</source>
        <translation>種類 (記載のまま)</translation>
    </message>
    <message>
        <source>Largest change</source>
        <translation>最大の変化</translation>
    </message>
    <message>
        <source>Last seen before the change (UTC)</source>
        <translation>変更前の最終確認日時 (UTC)</translation>
    </message>
    <message>
        <source>Lines below the data</source>
        <translation>データより下の余分な行</translation>
    </message>
    <message>
        <source>Live before</source>
        <translation>切り替え前に運用していたモデル</translation>
    </message>
    <message>
        <source>Live before (job ID)</source>
        <translation>切り替え前に運用していたモデル (ジョブID)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>評価指標</translation>
    </message>
    <message>
        <source>Model ID</source>
        <translation>モデルID</translation>
    </message>
    <message>
        <source>Model ID after</source>
        <translation>変更後のモデルID</translation>
    </message>
    <message>
        <source>Model ID before</source>
        <translation>変更前のモデルID</translation>
    </message>
    <message>
        <source>Model renamed from “{0}” to “{1}”</source>
        <translation>モデル名を「{0}」から「{1}」に変更しました</translation>
    </message>
    <message>
        <source>Model “{0}” added</source>
        <translation>モデル「{0}」を追加しました</translation>
    </message>
    <message>
        <source>Model “{0}” added, region {1}</source>
        <translation>モデル「{0}」を追加しました (リージョン: {1})</translation>
    </message>
    <message>
        <source>Model “{0}” brought back to the list</source>
        <translation>モデル「{0}」を一覧に戻しました</translation>
    </message>
    <message>
        <source>Model “{0}” removed from the list</source>
        <translation>モデル「{0}」を一覧から削除しました</translation>
    </message>
    <message>
        <source>Needed for a verdict</source>
        <translation>判定に必要なもの</translation>
    </message>
    <message>
        <source>New API key issued: {0}</source>
        <translation>新しいAPIキーを発行しました: {0}</translation>
    </message>
    <message>
        <source>New API key issued: {0} (before: {1})</source>
        <translation>新しいAPIキーを発行しました: {0} (変更前: {1})</translation>
    </message>
    <message>
        <source>No cause was recorded</source>
        <translation>原因は記録されていません</translation>
    </message>
    <message>
        <source>No column names</source>
        <translation>項目名なし</translation>
    </message>
    <message>
        <source>Not accepted; nothing changed</source>
        <translation>拒否 (変更なし)</translation>
    </message>
    <message>
        <source>Not known to this version: {0}</source>
        <translation>このバージョンでは読み取れない記録: {0}</translation>
    </message>
    <message>
        <source>Not sent; nothing changed</source>
        <translation>未送信 (変更なし)</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>メモの変更</translation>
    </message>
    <message>
        <source>Note of the job changed</source>
        <translation>ジョブのメモを変更しました</translation>
    </message>
    <message>
        <source>Only one column</source>
        <translation>項目が1つだけ</translation>
    </message>
    <message>
        <source>Other columns in the evaluation file</source>
        <translation>学習ファイルと異なる評価ファイルの項目</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>切り替えの結果</translation>
    </message>
    <message>
        <source>Prediction API</source>
        <translation>予測API</translation>
    </message>
    <message>
        <source>Prediction APIs after the switch, as the service said</source>
        <translation>切り替え後の予測API (サービスの情報による)</translation>
    </message>
    <message>
        <source>Prediction APIs before the switch, as the service said</source>
        <translation>切り替え前の予測API (サービスの情報による)</translation>
    </message>
    <message>
        <source>Prediction check after the switch to “{0}”: {1}, {2}</source>
        <translation>「{0}」への切り替え後の予測の確認: {1}、{2}</translation>
    </message>
    <message numerus="yes">
        <source>Prediction check: {0} of %n row(s) answered</source>
        <translation>
            <numerusform>予測の確認: %n行中{0}行に応答あり</numerusform>
        </translation>
    </message>
    <message>
        <source>Predictions changed</source>
        <translation>変化した予測の件数</translation>
    </message>
    <message>
        <source>Probability by chance alone, at least</source>
        <translation>偶然だけで生じる確率 (下限)</translation>
    </message>
    <message>
        <source>Probability by chance alone, at most</source>
        <translation>偶然だけで生じる確率 (上限)</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Read from results</source>
        <translation>再学習結果からの読み取り</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Results opened</source>
        <translation>結果を開きました</translation>
    </message>
    <message>
        <source>Results opened: {0}</source>
        <translation>結果を開きました: {0}</translation>
    </message>
    <message>
        <source>Results saved: {0}</source>
        <translation>結果を保存しました: {0}</translation>
    </message>
    <message>
        <source>Retraining started with {0}</source>
        <translation>再学習を開始しました: {0}</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows answered</source>
        <translation>応答のあった行数</translation>
    </message>
    <message>
        <source>Rows inside a quoted field</source>
        <translation>引用符で囲まれた値に含まれる行</translation>
    </message>
    <message>
        <source>Rows where the new model alone was right</source>
        <translation>今回のモデルだけが正解した行数</translation>
    </message>
    <message>
        <source>Rows where the previous model alone was right</source>
        <translation>前回のモデルだけが正解した行数</translation>
    </message>
    <message>
        <source>Rows with too many or too few fields</source>
        <translation>値の数が多いまたは少ない行</translation>
    </message>
    <message>
        <source>Rule of the verdict</source>
        <translation>判定の規則</translation>
    </message>
    <message>
        <source>Running with the new model</source>
        <translation>今回のモデルで動作中</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Seconds since the switch was requested</source>
        <translation>切り替えの要求からの秒数</translation>
    </message>
    <message>
        <source>Secret key removed from the keychain</source>
        <translation>シークレットキーをキーチェーンから削除しました</translation>
    </message>
    <message>
        <source>Secret key saved in the keychain</source>
        <translation>シークレットキーをキーチェーンに保存しました</translation>
    </message>
    <message>
        <source>Seen at the prediction API</source>
        <translation>予測APIで確認した状態</translation>
    </message>
    <message>
        <source>Seen: another model is live, switched elsewhere (ID {0})</source>
        <translation>EPA Desktop以外での切り替えを確認しました: 別のモデルが運用中です (モデルID: {0})</translation>
    </message>
    <message>
        <source>Seen: another version is live, changed elsewhere</source>
        <translation>EPA Desktop以外での変更を確認しました: 別のバージョンが運用中です</translation>
    </message>
    <message>
        <source>Seen: another version is live, changed elsewhere ({0})</source>
        <translation>EPA Desktop以外での変更を確認しました: 別のバージョンが運用中です ({0})</translation>
    </message>
    <message>
        <source>Seen: the prediction API failed after the switch to “{0}”</source>
        <translation>「{0}」への切り替え後に、予測APIのステータスが失敗になったことを確認しました</translation>
    </message>
    <message>
        <source>Seen: the prediction API is stopped after the switch to “{0}”</source>
        <translation>「{0}」への切り替え後に、予測APIが停止していることを確認しました</translation>
    </message>
    <message>
        <source>Seen: “{0}” is live</source>
        <translation>「{0}」のモデルが運用中であることを確認しました</translation>
    </message>
    <message>
        <source>Seen: “{0}” is live, switched elsewhere</source>
        <translation>EPA Desktop以外での切り替えを確認しました: 「{0}」のモデルが運用中です</translation>
    </message>
    <message>
        <source>Seen: “{0}” is live, {1} after the switch was requested</source>
        <translation>「{0}」のモデルが運用中になったことを確認しました (切り替えの要求から{1}後)</translation>
    </message>
    <message>
        <source>Sent without fixing</source>
        <translation>修正せずに送信した問題</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>サービスのアドレス</translation>
    </message>
    <message>
        <source>Service address of “{0}” changed from “{1}” to “{2}”</source>
        <translation>「{0}」のサービスのアドレスを「{1}」から「{2}」に変更しました</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>サイズ (バイト)</translation>
    </message>
    <message>
        <source>Status: {0}</source>
        <translation>ステータス: {0}</translation>
    </message>
    <message>
        <source>Status: {0} → {1}</source>
        <translation>ステータス: {0} → {1}</translation>
    </message>
    <message>
        <source>Status: {0}, with another message</source>
        <translation>ステータス: {0} (メッセージに変更あり)</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止済み</translation>
    </message>
    <message>
        <source>Switch ID</source>
        <translation>切り替えID</translation>
    </message>
    <message>
        <source>Switch back to “{0}” requested (before: {1})</source>
        <translation>「{0}」に戻す切り替えを要求しました (切り替え前: {1})</translation>
    </message>
    <message>
        <source>Switch not confirmed</source>
        <translation>未確定</translation>
    </message>
    <message>
        <source>Switch not seen within 30 minutes</source>
        <translation>30分以内に切り替えを確認できず</translation>
    </message>
    <message>
        <source>Switch to “{0}” done</source>
        <translation>「{0}」への切り替えが完了しました</translation>
    </message>
    <message>
        <source>Switch to “{0}” not accepted: {1}</source>
        <translation>「{0}」への切り替えは拒否されました: {1}</translation>
    </message>
    <message>
        <source>Switch to “{0}” not confirmed</source>
        <translation>「{0}」への切り替えは未確定です</translation>
    </message>
    <message>
        <source>Switch to “{0}” not seen at the prediction API within 30 minutes</source>
        <translation>30分以内に予測APIで「{0}」への切り替えを確認できませんでした</translation>
    </message>
    <message>
        <source>Switch to “{0}” not sent: {1}</source>
        <translation>「{0}」への切り替えは送信されませんでした: {1}</translation>
    </message>
    <message>
        <source>Switch to “{0}” requested (before: {1})</source>
        <translation>「{0}」への切り替えを要求しました (切り替え前: {1})</translation>
    </message>
    <message>
        <source>Switches back to an earlier job</source>
        <translation>以前のジョブのモデルに戻す切り替え</translation>
    </message>
    <message>
        <source>The list was damaged, without a backup: everything done before may be missing</source>
        <translation>一覧が破損し、バックアップもなかったため、これより前の操作はすべて失われている可能性があります</translation>
    </message>
    <message>
        <source>The list was damaged: a backup is in use, and what was done after it may be missing</source>
        <translation>一覧が破損していたためバックアップを使用しており、バックアップより後の操作は失われている可能性があります</translation>
    </message>
    <message>
        <source>The list was opened again after damage: {0}</source>
        <translation>破損していた一覧を開き直しました: {0}</translation>
    </message>
    <message>
        <source>The original model was live, as the service said</source>
        <translation>切り替え前は元のモデルを運用 (サービスの情報による)</translation>
    </message>
    <message>
        <source>The same content in both files</source>
        <translation>2つのファイルの内容が同一</translation>
    </message>
    <message>
        <source>Too few rows</source>
        <translation>行数の不足</translation>
    </message>
    <message>
        <source>Training file</source>
        <translation>学習ファイル</translation>
    </message>
    <message>
        <source>Training file: SHA-256</source>
        <translation>学習ファイル: SHA-256</translation>
    </message>
    <message>
        <source>Training file: SHA-256 of the copy</source>
        <translation>学習ファイル: コピーのSHA-256</translation>
    </message>
    <message>
        <source>Training file: changed in the copy that was sent</source>
        <translation>学習ファイル: 送信用のコピーでの修正</translation>
    </message>
    <message>
        <source>Training file: size (bytes)</source>
        <translation>学習ファイル: サイズ (バイト)</translation>
    </message>
    <message>
        <source>Training file: size of the copy (bytes)</source>
        <translation>学習ファイル: コピーのサイズ (バイト)</translation>
    </message>
    <message>
        <source>Upload failed: {0}</source>
        <translation>アップロードに失敗しました: {0}</translation>
    </message>
    <message>
        <source>Upload started: {0}</source>
        <translation>アップロードを開始しました: {0}</translation>
    </message>
    <message>
        <source>Uploaded file: SHA-256</source>
        <translation>アップロードしたファイル: SHA-256</translation>
    </message>
    <message>
        <source>Uploaded file: size (bytes)</source>
        <translation>アップロードしたファイル: サイズ (バイト)</translation>
    </message>
    <message>
        <source>Value of the previous model</source>
        <translation>前回のモデルの値</translation>
    </message>
    <message>
        <source>Value of the retrained model</source>
        <translation>再学習したモデルの値</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Verdict: {0}</source>
        <translation>判定: {0}</translation>
    </message>
    <message>
        <source>Version after</source>
        <translation>変更後のバージョン</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>変更前のバージョン</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>問題の箇所</translation>
    </message>
    <message>
        <source>Why checksums were not tested</source>
        <translation>チェックサムを検証しなかった理由</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>the original model</source>
        <translation>元のモデル</translation>
    </message>
    <message numerus="yes">
        <source>{0} (%Ln row(s))</source>
        <translation>
            <numerusform>{0} (%Ln行)</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}と{1}</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered</source>
        <translation>
            <numerusform>%n行中{0}行に応答あり</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1}, model ID {2}, version {3}, changed {4}</source>
        <translation>{0}: {1} (モデルID: {2}、バージョン: {3}、変更日時: {4})</translation>
    </message>
    <message>
        <source>{0}; note changed</source>
        <translation>{0} (メモも変更)</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>All models</source>
        <translation>すべてのモデル</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Search history</source>
        <translation>履歴を検索</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>Check that every entry fits its fingerprint and the entry before it, and that none is missing</source>
        <translation>すべての記録がフィンガープリントおよび直前の記録と一致し、欠けている記録がないことを確認します</translation>
    </message>
    <message>
        <source>Check that the history has not changed since a fingerprint was copied</source>
        <translation>フィンガープリントをコピーしたときから履歴が変わっていないことを確認します</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>フィンガープリントをコピー</translation>
    </message>
    <message>
        <source>Copy the fingerprint of the last entry with its date, to keep it in another place</source>
        <translation>最後の記録のフィンガープリントを、別の場所に保管できるように日付付きでコピーします</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Export history…</source>
        <translation>履歴をエクスポート…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>How to show the history</source>
        <translation>履歴の表示方法</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Save the entries of the list as a CSV or HTML file</source>
        <translation>一覧の記録をCSVまたはHTMLファイルに保存します</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Verify against fingerprint…</source>
        <translation>フィンガープリントと照合…</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>履歴を検証</translation>
    </message>
</context>
<context>
    <name>HitsSpoken</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n件見つかりました</numerusform>
        </translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>IssueRows</name>
    <message>
        <source>A key was issued. It expires on {0}.</source>
        <translation>キーを発行しました。有効期限は{0}です。</translation>
    </message>
    <message>
        <source>A key was issued. The service did not say when it expires.</source>
        <translation>キーを発行しました。有効期限は、サービスの応答に含まれていません。</translation>
    </message>
    <message>
        <source>A new key then takes one click.</source>
        <translation>保存しておくと、新しいキーを1回のクリックで発行できます。</translation>
    </message>
    <message>
        <source>Asking the service for a key…</source>
        <translation>サービスにキーの発行を要求しています…</translation>
    </message>
    <message>
        <source>Choose “Issue key” first, or paste an API key.</source>
        <translation>先に「キーを発行」をクリックするか、APIキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>Enter the model ID: a number that the console shows with the model.</source>
        <translation>モデルIDを入力してください。Prediction Oneの画面にモデルとともに表示される番号です。</translation>
    </message>
    <message>
        <source>Issue a key with the secret key</source>
        <translation>シークレットキーからキーを発行</translation>
    </message>
    <message>
        <source>Issue key</source>
        <translation>キーを発行</translation>
    </message>
    <message>
        <source>Keep the secret key in the keychain</source>
        <translation>シークレットキーをキーチェーンに保存</translation>
    </message>
    <message>
        <source>Model ID</source>
        <translation>モデルID</translation>
    </message>
    <message>
        <source>Paste the account’s secret key</source>
        <translation>アカウントのシークレットキーを貼り付け</translation>
    </message>
    <message>
        <source>Paste the secret key.</source>
        <translation>シークレットキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>シークレットキー</translation>
    </message>
    <message>
        <source>The model’s ID in the console</source>
        <translation>Prediction Oneの画面に表示されるモデルID</translation>
    </message>
</context>
<context>
    <name>JobController</name>
    <message>
        <source>Added the job “{0}”. It is being checked now.</source>
        <translation>ジョブ「{0}」を追加しました。状況を確認しています。</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n job(s) from this list. Nothing changes at the service.</source>
        <translation>
            <numerusform>一覧からジョブを%n件削除しました。サービスには影響ありません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the model “{0}” and its %n job(s).</source>
        <translation>
            <numerusform>モデル「{0}」とそのジョブ%n件を一覧から削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed the model “{0}”.</source>
        <translation>モデル「{0}」を一覧から削除しました。</translation>
    </message>
    <message>
        <source>The history will show the result of the switch under way.</source>
        <translation>実行中の切り替えの結果は、履歴に記録されます。</translation>
    </message>
    <message>
        <source>The upload of the training file was stopped.</source>
        <translation>学習ファイルのアップロードを中止しました。</translation>
    </message>
    <message>
        <source>This job is already in the list, as “{0}”. It is selected now.</source>
        <translation>このジョブは、すでに「{0}」として一覧にあります。一覧で選択しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>“{0}” stays live at the service.</source>
        <translation>「{0}」のモデルは、サービスでは引き続き運用中です。</translation>
    </message>
</context>
<context>
    <name>JobFacts</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln行</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>ジョブID</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>最終確認</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>運用状況</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Not all checksums in it were tested: {0}.</source>
        <translation>一部のチェックサムは検証していません ({0})。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Ready to save: {0}</source>
        <translation>保存可能: {0}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Retrained model’s ID</source>
        <translation>再学習したモデルのID</translation>
    </message>
    <message>
        <source>Saved {0} to {1} ({2})</source>
        <translation>保存済み ({0}): {1} ({2})</translation>
    </message>
    <message>
        <source>Saving to “{0}”…</source>
        <translation>「{0}」に保存しています…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>サービスのステータス</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>a file without a name</source>
        <translation>名前のないファイル</translation>
    </message>
    <message>
        <source>checking has stopped</source>
        <translation>確認は停止中</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>never</source>
        <comment>checked</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>next check in {0}</source>
        <translation>次回の確認は{0}後</translation>
    </message>
    <message>
        <source>next check now</source>
        <translation>次回の確認はまもなく</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>not yet; the first check follows the upload</source>
        <translation>なし (アップロード後に確認します)</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}、{1}</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Counted from when it was added to the list, since it was started elsewhere.</source>
        <translation>EPA Desktop以外で開始されたため、一覧に追加した時点からの時間です。</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>It had already ended when it was first checked.</source>
        <translation>最初に確認した時点で、すでに終了していました。</translation>
    </message>
    <message>
        <source>It is not known whether and when its training file arrived.</source>
        <translation>学習ファイルが届いたかどうか、いつ届いたかは不明です。</translation>
    </message>
    <message>
        <source>It starts when the service has the whole training file.</source>
        <translation>学習ファイルがすべてサービスに届くと開始されます。</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>最終確認</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>運用状況</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>次回の確認</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>結果待ち</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>保存失敗</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Ready to save</source>
        <translation>保存可能</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Started elsewhere. This is when it was added to the list.</source>
        <translation>EPA Desktop以外で開始されました。表示されているのは、一覧に追加した日時です。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>サービスのステータス</translation>
    </message>
    <message>
        <source>The service says: {0}</source>
        <translation>サービスの応答: {0}</translation>
    </message>
    <message>
        <source>Uploading… {0}</source>
        <translation>アップロード中… {0}</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>待機中…</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>after the upload</source>
        <translation>アップロード後</translation>
    </message>
    <message>
        <source>before {0}</source>
        <translation>{0}より前</translation>
    </message>
    <message>
        <source>being checked now</source>
        <translation>状況を確認中</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>確認中…</translation>
    </message>
    <message numerus="yes">
        <source>next check in %n second(s)</source>
        <translation>
            <numerusform>次回の確認は%n秒後</numerusform>
        </translation>
    </message>
    <message>
        <source>next check in {0}</source>
        <translation>次回の確認は{0}後</translation>
    </message>
    <message>
        <source>next check now</source>
        <translation>次回の確認はまもなく</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>checked</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>started</comment>
        <translation>未開始</translation>
    </message>
    <message>
        <source>now</source>
        <translation>まもなく</translation>
    </message>
    <message>
        <source>over {0}</source>
        <translation>{0}以上</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>{0} late</source>
        <translation>{0}遅れ</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}</source>
        <comment>job, model, where it stands</comment>
        <translation>{0}、{1}、{2}</translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>About {0} left</source>
        <translation>あと約{0}</translation>
    </message>
    <message>
        <source>Asks before it switches back to this job, which was live before.</source>
        <translation>以前に運用していたこのジョブのモデルに戻します。実行前に確認画面が表示されます。</translation>
    </message>
    <message>
        <source>Asks before it switches back to “{0}”, which was live before.</source>
        <translation>以前に運用していた「{0}」のモデルに戻します。実行前に確認画面が表示されます。</translation>
    </message>
    <message>
        <source>Asks first, and shows what would change.</source>
        <translation>変更の内容を確認してから実行します。</translation>
    </message>
    <message>
        <source>Better than the live model, but only just</source>
        <translation>運用中のモデルよりわずかに良い</translation>
    </message>
    <message>
        <source>Better than the previous model, but only just</source>
        <translation>前回のモデルよりわずかに良い</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <translation>保存をキャンセル</translation>
    </message>
    <message>
        <source>Cancel switch</source>
        <translation>切り替えをキャンセル</translation>
    </message>
    <message>
        <source>Cancel upload</source>
        <translation>アップロードをキャンセル</translation>
    </message>
    <message>
        <source>Cannot be told from these files</source>
        <translation>この結果からは判定できません</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>今すぐ確認</translation>
    </message>
    <message>
        <source>Clearly better than the live model</source>
        <translation>運用中のモデルより明らかに良い</translation>
    </message>
    <message>
        <source>Clearly better than the previous model</source>
        <translation>前回のモデルより明らかに良い</translation>
    </message>
    <message>
        <source>Clearly worse than the live model</source>
        <translation>運用中のモデルより明らかに悪い</translation>
    </message>
    <message>
        <source>Clearly worse than the previous model</source>
        <translation>前回のモデルより明らかに悪い</translation>
    </message>
    <message>
        <source>Enter the new key…</source>
        <translation>新しいキーを入力…</translation>
    </message>
    <message numerus="yes">
        <source>Estimated from %n finished job(s) of this model and their number of rows.</source>
        <translation>
            <numerusform>このモデルで完了したジョブ%n件の行数を基にした見積もりです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Estimated from %n finished job(s) of this model.</source>
        <translation>
            <numerusform>このモデルで完了したジョブ%n件を基にした見積もりです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything the service said</source>
        <translation>サービスからのすべての応答</translation>
    </message>
    <message>
        <source>Everything the service said ({0})</source>
        <translation>サービスからのすべての応答 ({0})</translation>
    </message>
    <message>
        <source>Finished, no results yet</source>
        <translation>完了・結果待ち</translation>
    </message>
    <message>
        <source>Finished, not looked at</source>
        <translation>完了・未確認</translation>
    </message>
    <message>
        <source>Fix and send again…</source>
        <translation>修正して再送信…</translation>
    </message>
    <message>
        <source>Fix the column in the file, then send the file again.</source>
        <translation>ファイルの項目を修正してから、再送信してください。</translation>
    </message>
    <message>
        <source>In the queue when last checked</source>
        <translation>最終確認の時点では順番待ちでした</translation>
    </message>
    <message>
        <source>In training when last checked</source>
        <translation>最終確認の時点では学習中でした</translation>
    </message>
    <message>
        <source>Issue a new key</source>
        <translation>新しいキーを発行</translation>
    </message>
    <message>
        <source>Job details</source>
        <translation>ジョブの詳細</translation>
    </message>
    <message>
        <source>Jobs like this one take about {0}. The service reports no problem. The live model is unchanged.</source>
        <translation>同じようなジョブの所要時間は約{0}です。サービスから問題は報告されていません。運用中のモデルに変更はありません。</translation>
    </message>
    <message>
        <source>Keep EPA Desktop open until the upload is complete.</source>
        <translation>アップロードが完了するまで、EPA Desktopを終了しないでください。</translation>
    </message>
    <message>
        <source>Keep the live model</source>
        <translation>運用中のモデルを維持</translation>
    </message>
    <message>
        <source>Live, as far as this program knows</source>
        <translation>運用中 (EPA Desktopで把握している範囲)</translation>
    </message>
    <message>
        <source>Look at the results</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>Look at the results again for the verdict.</source>
        <translation>判定を表示するには、もう一度結果を見てください。</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>May still be live</source>
        <translation>まだ運用中の可能性があります</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>No clear difference from the live model</source>
        <translation>運用中のモデルと明らかな差なし</translation>
    </message>
    <message>
        <source>No clear difference from the previous model</source>
        <translation>前回のモデルと明らかな差なし</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>状況未確認</translation>
    </message>
    <message>
        <source>Not shown in the list</source>
        <translation>一覧には表示されていません</translation>
    </message>
    <message>
        <source>Notifications are off. The list shows when it is done.</source>
        <translation>通知はオフです。完了したかどうかは、一覧で確認できます。</translation>
    </message>
    <message>
        <source>On the console’s “Usage” page, see whether a limit is reached: models, data storage, or this month’s training time.</source>
        <translation>モデル数、データ保存容量、今月の学習時間が上限に達していないか、Prediction Oneの「使用状況」画面で確認してください。</translation>
    </message>
    <message>
        <source>Opens the same file in “New retraining”, where it can be fixed.</source>
        <translation>同じファイルを「新しい再学習」で開きます。そこで修正できます。</translation>
    </message>
    <message>
        <source>Opens the same file in “New retraining”.</source>
        <translation>同じファイルを「新しい再学習」で開きます。</translation>
    </message>
    <message>
        <source>Other actions for this job</source>
        <translation>このジョブのその他の操作</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>結果を読み込んでいます…</translation>
    </message>
    <message>
        <source>Records that you decided against this model. Nothing changes at the service.</source>
        <translation>このモデルに切り替えないことを記録します。サービスには影響ありません。</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再送信…</translation>
    </message>
    <message>
        <source>Should be done about now</source>
        <translation>まもなく完了する見込みです</translation>
    </message>
    <message>
        <source>Shows whether the new model is better, and what that rests on.</source>
        <translation>今回のモデルのほうが良いかどうかと、その根拠を表示します。</translation>
    </message>
    <message>
        <source>Status history</source>
        <translation>ステータスの履歴</translation>
    </message>
    <message>
        <source>Status history ({0})</source>
        <translation>ステータスの履歴 ({0})</translation>
    </message>
    <message>
        <source>Status not known</source>
        <translation>現在の状況は不明です</translation>
    </message>
    <message>
        <source>Switch back to this job…</source>
        <translation>このモデルに戻す…</translation>
    </message>
    <message>
        <source>Switch back…</source>
        <translation>前のモデルに戻す…</translation>
    </message>
    <message>
        <source>Switch model…</source>
        <translation>モデルの切り替え…</translation>
    </message>
    <message>
        <source>Switching to this model…</source>
        <translation>このジョブのモデルに切り替えています…</translation>
    </message>
    <message>
        <source>The live model is unchanged. EPA Desktop checks the job once an hour for a day, in case it goes on.</source>
        <translation>運用中のモデルは変わりません。ジョブが続いている場合に備えて、今後1日間、1時間ごとに状況を確認します。</translation>
    </message>
    <message>
        <source>The results show whether this model is better than the previous one, if the files allow it.</source>
        <translation>結果を見ると、前回のモデルより良いかどうかが分かります (ファイルから判定できる場合)。</translation>
    </message>
    <message>
        <source>The service offers no results for this job.</source>
        <translation>このジョブの再学習結果は、サービスから提供されていません。</translation>
    </message>
    <message>
        <source>The service offers no results yet. EPA Desktop keeps checking.</source>
        <translation>再学習結果は、まだサービスから提供されていません。引き続き状況を確認します。</translation>
    </message>
    <message>
        <source>The service says: “{0}”</source>
        <translation>サービスの応答: 「{0}」</translation>
    </message>
    <message>
        <source>The verdict follows, if the files allow one.</source>
        <translation>ファイルから判定できる場合は、読み込みが終わると判定が表示されます。</translation>
    </message>
    <message>
        <source>This model answers all predictions</source>
        <translation>すべての予測に、このモデルが使われています</translation>
    </message>
    <message>
        <source>This model is live, but gives no predictions</source>
        <translation>このモデルは運用中ですが、予測が返されません</translation>
    </message>
    <message>
        <source>This retraining ended without a new model: “{0}”</source>
        <translation>この再学習は、新しいモデルを作成せずに終了しました: 「{0}」</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>Uploading the training file…</source>
        <translation>学習ファイルをアップロードしています…</translation>
    </message>
    <message>
        <source>Waiting in the queue</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Waiting when last checked</source>
        <translation>最終確認の時点では待機中でした</translation>
    </message>
    <message>
        <source>Was live before</source>
        <translation>以前に運用していました</translation>
    </message>
    <message>
        <source>Worse than the live model, but only just</source>
        <translation>運用中のモデルよりわずかに悪い</translation>
    </message>
    <message>
        <source>Worse than the previous model, but only just</source>
        <translation>前回のモデルよりわずかに悪い</translation>
    </message>
    <message>
        <source>You kept the live model on {0}.</source>
        <translation>{0}に、運用中のモデルを維持することにしました。</translation>
    </message>
    <message>
        <source>You will be notified when it is done.</source>
        <translation>完了したら通知します。</translation>
    </message>
    <message>
        <source>{0} went from {1} to {2}.</source>
        <translation>{0}は{1}から{2}になりました。</translation>
    </message>
    <message>
        <source>{0}, waiting in the queue</source>
        <translation>{0} (順番待ち)</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
</context>
<context>
    <name>JobTitle</name>
    <message>
        <source>Job of {0}</source>
        <translation>{0}のジョブ</translation>
    </message>
    <message>
        <source>{0} - job of {1}</source>
        <translation>{0} - {1}のジョブ</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>{0} {1}</source>
        <comment>two sentences</comment>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <comment>two facts on one line</comment>
        <translation>{0}・{1}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <comment>two parts of a list</comment>
        <translation>{0}、{1}</translation>
    </message>
    <message>
        <source>{0}.</source>
        <comment>a title as a sentence</comment>
        <translation>{0}。</translation>
    </message>
    <message>
        <source>{0}:</source>
        <comment>label before a field</comment>
        <translation>{0}:</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <comment>label and text</comment>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>JsonModel</name>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>名前%Ln個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>値%Ln個</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>A clear difference may not matter in practice: look at the values too. The verdict holds for data like the evaluation rows. It compares with the model that the results name as the previous one, which may not be the live one.</source>
        <translation>明らかな差があっても、業務で重要とは限りません。値も確認してください。判定が当てはまるのは、評価に使った行と似たデータです。比較の対象は、再学習結果で前回のモデルとされているモデルで、運用中のモデルとは限りません。</translation>
    </message>
    <message>
        <source>AUC says how often a model ranks a row of the class to predict above a row of the other class. Both models ranked the same rows, and DeLong’s test takes that into account. It needs at least 20 rows of each class.</source>
        <translation>AUCは、予測したい値の行を、もう一方の値の行より上位に並べられる割合を表します。2つのモデルは同じ行を並べているため、それを考慮したDeLong検定を使います。値の種類ごとに20行以上が必要です。</translation>
    </message>
    <message>
        <source>AUC, with probabilities</source>
        <translation>AUC (予測確率がある場合)</translation>
    </message>
    <message>
        <source>Classification, with the rows of both models</source>
        <translation>二値分類・多値分類 (両方のモデルの行がある場合)</translation>
    </message>
    <message>
        <source>Classification, with totals only</source>
        <translation>二値分類・多値分類 (合計だけの場合)</translation>
    </message>
    <message>
        <source>Few rows show only large differences. A true difference is called clear in 4 of 5 cases if it is at least 2.8 times the square root of d/n: n is the number of rows, d the share of rows in which only one model is right.</source>
        <translation>行が少ないと、大きな差しか検出できません。実際の差がd/nの平方根の2.8倍以上であれば、約80%の確率で「明らか」と判定されます。nは行数、dは片方のモデルだけが正解した行の割合です。</translation>
    </message>
    <message>
        <source>If there are neither rows nor their number, the values and their direction are shown. How certain they are is not known.</source>
        <translation>行も行数もない場合は、値と変化の方向だけを示します。その確かさは分かりません。</translation>
    </message>
    <message>
        <source>In each row, the squared error of one model is subtracted from that of the other (for the mean error: the absolute error). The mean of these differences is clear if it is more than 1.96 of its standard errors from zero. R² and RMSE are made from squared errors, so they are clear together. The test needs at least 30 rows.</source>
        <translation>行ごとに、片方のモデルの二乗誤差からもう片方の二乗誤差を引きます (誤差平均の場合は、誤差の絶対値)。その差の平均が0から標準誤差の1.96倍を超えて離れていれば、明らかな差とします。決定係数 (R²) とRMSEはどちらも二乗誤差から求めるため、明らかかどうかは両方で一致します。30行以上が必要です。</translation>
    </message>
    <message>
        <source>Metrics are calculated again from rows and confusion matrices where these exist. Every mismatch is shown. If it concerns what decides, there is no verdict. If the two models were evaluated on different rows, there is none either: send the same evaluation file with each retraining.</source>
        <translation>行や混同行列がある場合は、そこから評価指標を計算し直し、食い違いをすべて示します。判定の基準となる値に食い違いがある場合は、判定しません。2つのモデルの評価に使った行が異なる場合も、判定しません。再学習のたびに同じ評価ファイルを送信してください。</translation>
    </message>
    <message>
        <source>Numerical prediction, with the rows of both models</source>
        <translation>数値予測 (両方のモデルの行がある場合)</translation>
    </message>
    <message>
        <source>One main metric decides for each kind of model: AUC for two classes, Accuracy for more, R² for numbers, the median error ratio for time series. If the files do not allow a test of it, the next metric that can be tested decides, and is named. All other metrics are shown with their direction, but are not tested: with several tries, chance would find one that looks clear. Only accuracy is tested beside AUC where the rows are there, and more strictly for being a second try: it is called unlikely to be chance below 2.5 of 100 cases.</source>
        <translation>主な評価指標は、モデルの種類ごとに1つです。二値分類はAUC、多値分類はAccuracy、数値予測は決定係数 (R²)、時系列は誤差率中央値です。再学習結果から検定できない場合は、検定できる次の評価指標で判定し、その名前を示します。ほかの評価指標は変化の方向を示しますが、検定はしません。検定を繰り返すと、偶然に明らかな差のように見えるものが出てくるためです。ただし、AUCで判定する場合は、行ごとの予測があればAccuracyも検定します。2回目の検定になるため基準を厳しくし、100回のうち2.5回未満のときに「偶然とは考えにくい」とします。</translation>
    </message>
    <message>
        <source>Only rows where one model was right and the other wrong tell the models apart. If both are equally good, such rows are as likely on one side as on the other, like the toss of a coin. The probability of so uneven a result is calculated exactly (McNemar’s exact test). The interval of the difference is that of Agresti and Min.</source>
        <translation>2つのモデルの違いは、片方だけが正解した行にだけ表れます。両方が同じ性能なら、どちらが正解するかは、コインの表裏のように同じ確率です。実際の偏りが偶然に生じる確率を、正確に計算します (マクネマーの正確検定)。差の区間はAgrestiとMinの方法で求めます。</translation>
    </message>
    <message>
        <source>The rows of a time series depend on each other: a model that is wrong today will probably be wrong tomorrow too. Tests that take each row by itself would find differences that do not exist, so there is no test.</source>
        <translation>時系列の行は互いに関連しています。今日の予測を誤るモデルは、明日も誤る可能性が高くなります。行を独立したものとして扱う検定では、実際にはない差が見つかってしまうため、検定はしません。</translation>
    </message>
    <message>
        <source>The smallest difference that can be detected</source>
        <translation>検出できる最小の差</translation>
    </message>
    <message>
        <source>The verdicts</source>
        <translation>判定の種類</translation>
    </message>
    <message>
        <source>There are three: clearly better or clearly worse, no clear difference, and cannot be told from these files. Two equally good models rarely do equally well on the rows that happen to be the evaluation rows. “Clearly” means that chance alone would bring so large a difference in fewer than 5 of 100 cases. Between 3 and 5 of 100, the verdict says “only just”.</source>
        <translation>判定は、「明らかに良い」または「明らかに悪い」、「明らかな差なし」、「判定できません」の3種類です。同じ性能の2つのモデルでも、評価に使った行での結果が一致するとは限りません。「明らか」とは、偶然だけでこれほどの差が生じるのが100回のうち5回未満であることを意味します。100回のうち3回以上5回未満の場合は「わずかに」とします。</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>時系列</translation>
    </message>
    <message>
        <source>Values only</source>
        <translation>値だけの場合</translation>
    </message>
    <message>
        <source>What decides</source>
        <translation>判定の基準</translation>
    </message>
    <message>
        <source>What the verdict does not say</source>
        <translation>判定が示さないこと</translation>
    </message>
    <message>
        <source>When files contradict each other</source>
        <translation>ファイル間に矛盾がある場合</translation>
    </message>
    <message>
        <source>Without the rows, it is known how often each model was right, but not in how many rows only one of them was. The totals set a smallest and a largest possible number of such rows. If the difference is clear even with the largest, it is clear. If it can be chance even with the smallest, there is no clear difference. In between, it cannot be told without the rows. Where a value is rounded, all numbers of rows that fit it are considered.</source>
        <translation>行がない場合、各モデルの正解数は分かりますが、片方だけが正解した行の数は分かりません。合計からは、その最小と最大が決まります。最大でも差が明らかなら、明らかな差とします。最小でも偶然の可能性があるなら、明らかな差なしとします。その間の場合は、行がないと判定できません。値が丸められている場合は、その値に合うすべての行数を考慮します。</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>A job is estimated to run longer.</source>
        <translation>有効期限より後まで続く見込みのジョブがあります。</translation>
    </message>
    <message>
        <source>From then on, this job cannot be checked until there is a new key.</source>
        <translation>有効期限が切れると、新しいキーが登録されるまで、このジョブの状況を確認できません。</translation>
    </message>
    <message>
        <source>The API key of “{0}” expired {1}.</source>
        <translation>「{0}」のAPIキーの有効期限が切れました (期限: {1})。</translation>
    </message>
    <message>
        <source>The API key of “{0}” expires {1}.</source>
        <translation>「{0}」のAPIキーの有効期限は{1}です。</translation>
    </message>
    <message>
        <source>The API key of “{0}” expires {1}. A job is estimated to run longer.</source>
        <translation>「{0}」のAPIキーの有効期限は{1}です。有効期限より後まで続く見込みのジョブがあります。</translation>
    </message>
    <message>
        <source>The model’s API key expired {0}.</source>
        <translation>モデルのAPIキーの有効期限が切れました (期限: {0})。</translation>
    </message>
    <message>
        <source>The model’s API key expires {0} ({1}).</source>
        <translation>モデルのAPIキーの有効期限は{0} ({1}) です。</translation>
    </message>
    <message>
        <source>The model’s API key probably expired {0}.</source>
        <translation>モデルのAPIキーの有効期限が切れたと思われます ({0})。</translation>
    </message>
    <message>
        <source>Until there is a new key, this job cannot be checked and its results cannot be saved.</source>
        <translation>新しいキーが登録されるまで、このジョブの状況の確認と結果の保存はできません。</translation>
    </message>
    <message>
        <source>With an expired key, the model’s jobs cannot be checked or started. Issue or enter a new key.</source>
        <translation>有効期限の切れたキーでは、ジョブの状況の確認も、ジョブの開始もできません。新しいキーを発行するか、入力してください。</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>{0}ごろ</translation>
    </message>
    <message>
        <source>{0} expired {1}</source>
        <translation>{0} ({1}に失効)</translation>
    </message>
    <message>
        <source>{0} not accepted</source>
        <translation>{0} (受け付けられません)</translation>
    </message>
    <message>
        <source>{0} until about {1}</source>
        <translation>{0} (有効期限: {1}ごろ)</translation>
    </message>
    <message>
        <source>{0} until {1}</source>
        <translation>{0} (有効期限: {1})</translation>
    </message>
</context>
<context>
    <name>KeyController</name>
    <message>
        <source>Asking the service for a new key for “{0}”…</source>
        <translation>「{0}」の新しいキーの発行をサービスに要求しています…</translation>
    </message>
    <message>
        <source>Enter the new key for “{0}”…</source>
        <translation>「{0}」の新しいキーを入力…</translation>
    </message>
    <message>
        <source>Enter the new key…</source>
        <translation>新しいキーを入力…</translation>
    </message>
    <message>
        <source>Issue a new key</source>
        <translation>新しいキーを発行</translation>
    </message>
    <message>
        <source>Issue a new key for “{0}”</source>
        <translation>「{0}」の新しいキーを発行</translation>
    </message>
    <message>
        <source>The key could not be renewed automatically.</source>
        <translation>キーを自動更新できませんでした。</translation>
    </message>
    <message>
        <source>The service accepts the key of “{0}”.</source>
        <translation>「{0}」のキーが、サービスに受け付けられました。</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” are the same model at the service. What is live is recorded for each of them separately here, and may be wrong for both. Keep one of them, and remove the other.</source>
        <translation>「{0}」と「{1}」は、サービスでは同じモデルです。運用中のモデルが別々に記録されるため、どちらの記録も正しくない可能性があります。どちらか一方を残し、もう一方を一覧から削除してください。</translation>
    </message>
    <message>
        <source>“{0}” has a new key. It expires on {1}.</source>
        <translation>「{0}」の新しいキーを発行しました。有効期限は{1}です。</translation>
    </message>
    <message>
        <source>“{0}” has a new key. The service did not say when it expires.</source>
        <translation>「{0}」の新しいキーを発行しました。有効期限は、サービスの応答に含まれていません。</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Testing the key…</source>
        <translation>キーをテストしています…</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Paste the API key.</source>
        <translation>APIキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>Paste the key from the console</source>
        <translation>Prediction Oneの画面から貼り付け</translation>
    </message>
    <message>
        <source>Spaces, line breaks or invisible characters were removed from the key.</source>
        <translation>キーから空白、改行、または見えない文字を取り除きました。</translation>
    </message>
    <message>
        <source>This is a web address, not an API key.</source>
        <translation>これはURLです。APIキーではありません。</translation>
    </message>
    <message>
        <source>This is not an API key. It is too long, or contains characters that keys do not have.</source>
        <translation>これはAPIキーではありません。長すぎるか、キーに使われない文字が含まれています。</translation>
    </message>
    <message>
        <source>This is the address of a prediction API, not an API key.</source>
        <translation>これは予測APIのエンドポイントです。APIキーではありません。</translation>
    </message>
</context>
<context>
    <name>KeyPlace</name>
    <message>
        <source>In the console, open the model’s “Create API” (API作成) tab. At the bottom, under “Retrain/Switch model” (再学習/モデル切り替え), find “Login credentials” (ログインクレデンシャル) and press “Get” (取得).</source>
        <translation>Prediction Oneの画面でモデルの「API作成」タブを開き、下部の「再学習/モデル切り替え」にある「ログインクレデンシャル」の「取得」をクリックしてください。</translation>
    </message>
    <message>
        <source>In the console, open the model’s “Create API” (API作成) tab. The prediction key is the large “API KEY” with “Copy” at the top. The prediction address, which ends in “/inference”, is on the same tab.</source>
        <translation>Prediction Oneの画面で、モデルの「API作成」タブを開いてください。上部に「コピー」とともに大きく表示される「API KEY」が、予測APIのキーです。予測APIのエンドポイント (末尾は「/inference」) も同じタブにあります。</translation>
    </message>
    <message>
        <source>In the console, open “Settings” (設定), then “Secret key” (シークレットキー), and press “Create” (作成).</source>
        <translation>Prediction Oneの画面で「設定」、「シークレットキー」の順に開き、「作成」をクリックしてください。</translation>
    </message>
    <message>
        <source>The large “API KEY” with “Copy” at the top of the “Create API” (API作成) tab is the prediction key, and does not work for retraining.</source>
        <translation>「API作成」タブの上部に「コピー」とともに大きく表示される「API KEY」は予測APIのキーで、再学習には使用できません。</translation>
    </message>
    <message>
        <source>“Create API” (API作成)</source>
        <translation>「API作成」</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>API key</source>
        <translation>APIキー</translation>
    </message>
    <message>
        <source>Looking for this computer’s keychain…</source>
        <translation>このコンピューターのキーチェーンを探しています…</translation>
    </message>
    <message>
        <source>New API key</source>
        <translation>新しいAPIキー</translation>
    </message>
    <message>
        <source>The key is kept in this computer’s keychain, and is sent only to the service.</source>
        <translation>キーはこのコンピューターのキーチェーンに保存し、サービス以外には送信しません。</translation>
    </message>
    <message>
        <source>This computer has no keychain that EPA Desktop can use. The key is kept for this session only. Enter it again after the next start.</source>
        <translation>このコンピューターには使用できるキーチェーンがないため、キーはEPA Desktopを終了するまでの間だけ保持されます。次回の起動後に入力し直してください。</translation>
    </message>
</context>
<context>
    <name>KeyTest</name>
    <message>
        <source>The key could not be tested.</source>
        <translation>キーをテストできませんでした。</translation>
    </message>
    <message>
        <source>The service does not know this key. Check that all of it was copied.</source>
        <translation>このAPIキーは存在しません。キー全体がコピーされているか確認してください。</translation>
    </message>
    <message>
        <source>This is not the key for retraining this model.</source>
        <translation>このモデルの再学習用のキーではありません。</translation>
    </message>
    <message>
        <source>This is the account’s secret key, not the model’s API key. Enter it under “Issue a key with the secret key” below, or paste the model’s own key.</source>
        <translation>これはアカウントのシークレットキーです。モデルのAPIキーではありません。下の「シークレットキーからキーを発行」に入力するか、モデルのAPIキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>This key is wrong, or no longer active. Get a new one.</source>
        <translation>このキーは間違っているか、無効になっています。新しいキーを取得してください。</translation>
    </message>
    <message>
        <source>Try again, or continue without testing: the key is then tested when it is first used.</source>
        <translation>もう一度試してください。テストせずに続けることもできます。その場合、キーは最初に使用するときに確認されます。</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>If the keychain asks for your password or permission, answer it. Its window may be behind this one. EPA Desktop then continues automatically.</source>
        <translation>キーチェーンからパスワードや許可を求められている場合は、応答してください。確認画面がこのウィンドウの後ろに表示されていることがあります。応答すると、自動で続行します。</translation>
    </message>
    <message>
        <source>KWallet</source>
        <translation>KWallet</translation>
    </message>
    <message>
        <source>Secret Service of this desktop</source>
        <translation>このデスクトップのSecret Service</translation>
    </message>
    <message>
        <source>The keychain has not answered yet. Everything that needs a key waits: checks, saving, sending, switching and issuing keys.</source>
        <translation>キーチェーンがまだ応答していません。キーが必要な処理 (状況の確認、保存、送信、切り替え、キーの発行) は待機中です。</translation>
    </message>
    <message>
        <source>The new key already works. It is saved for the next start as soon as the keychain answers.</source>
        <translation>新しいキーはすでに使用できます。キーチェーンが応答すると保存され、次回の起動後も使用できます。</translation>
    </message>
    <message>
        <source>Waiting for the keychain ({0})…</source>
        <translation>{0}の応答を待っています…</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>キーチェーンの応答を待っています…</translation>
    </message>
    <message>
        <source>Windows Credential Manager</source>
        <translation>Windowsの資格情報マネージャー</translation>
    </message>
    <message>
        <source>macOS Keychain</source>
        <translation>macOSのキーチェーン</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>日本語</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>ジョブ%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>モデル%n個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) of files sent</source>
        <translation>
            <numerusform>送信したファイルの情報%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>設定%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Next try in {0}.</source>
        <translation>{0}後に再試行します。</translation>
    </message>
    <message>
        <source>Trying again now…</source>
        <translation>再試行しています…</translation>
    </message>
    <message>
        <source>the history</source>
        <translation>履歴</translation>
    </message>
</context>
<context>
    <name>Live</name>
    <message>
        <source>A switch to “{0}” is not confirmed.</source>
        <translation>「{0}」への切り替えが未確定です。</translation>
    </message>
    <message>
        <source>Another model is live: ID {0}</source>
        <translation>別のモデルが運用中: ID {0}</translation>
    </message>
    <message>
        <source>It is not known which model is live</source>
        <translation>どのモデルが運用中かは不明</translation>
    </message>
    <message>
        <source>Live since {0}</source>
        <translation>{0}から運用中</translation>
    </message>
    <message>
        <source>Live since {0}, switched elsewhere</source>
        <translation>{0}から運用中 (EPA Desktop以外で切り替え)</translation>
    </message>
    <message>
        <source>Live since {0}. The switch took {1}</source>
        <translation>{0}から運用中。切り替えの所要時間: {1}</translation>
    </message>
    <message>
        <source>Live: the original model, or one switched elsewhere</source>
        <translation>運用中: 元のモデル、またはEPA Desktop以外で切り替えたモデル</translation>
    </message>
    <message>
        <source>Live: {0}</source>
        <translation>運用中: {0}</translation>
    </message>
    <message>
        <source>May have been live: a switch to it was never confirmed.</source>
        <translation>以前に運用していた可能性があります。このジョブのモデルへの切り替えは確定しませんでした。</translation>
    </message>
    <message>
        <source>No prediction API</source>
        <translation>予測APIなし</translation>
    </message>
    <message>
        <source>Original model is live</source>
        <translation>元のモデルが運用中</translation>
    </message>
    <message>
        <source>Prediction API is being built</source>
        <translation>予測APIを構築中</translation>
    </message>
    <message>
        <source>Prediction API not running</source>
        <translation>予測APIが動作していません</translation>
    </message>
    <message>
        <source>Prediction API {0}</source>
        <translation>予測API: {0}</translation>
    </message>
    <message>
        <source>Prediction API {0}: {1}. {2}.</source>
        <translation>予測API {0}: {1}。{2}。</translation>
    </message>
    <message>
        <source>Said by the service at {0}</source>
        <translation>{0}時点のサービスの情報</translation>
    </message>
    <message>
        <source>Switch not confirmed</source>
        <translation>切り替え未確定</translation>
    </message>
    <message>
        <source>Switch not confirmed: this job’s model may or may not be live.</source>
        <translation>切り替えが未確定のため、このジョブのモデルが運用中かどうかは分かりません。</translation>
    </message>
    <message>
        <source>Switches to other models are not confirmed.</source>
        <translation>ほかのモデルへの切り替えが未確定です。</translation>
    </message>
    <message>
        <source>The list came from a backup, and later switches may be missing.</source>
        <translation>一覧はバックアップから復元されたため、その後の切り替えが含まれていない可能性があります。</translation>
    </message>
    <message>
        <source>The service accepted the switch. The prediction API does not show it yet, {0} so far.</source>
        <translation>切り替えは、サービスに受け付けられましたが、予測APIにまだ反映されていません (経過時間: {0})。</translation>
    </message>
    <message>
        <source>The service accepted the switch. The prediction API is updating, {0} so far.</source>
        <translation>切り替えは、サービスに受け付けられました。予測APIは更新中です (経過時間: {0})。</translation>
    </message>
    <message>
        <source>Was live before. Switch to it again to go back.</source>
        <translation>以前に運用していました。戻すには、もう一度このジョブのモデルに切り替えてください。</translation>
    </message>
    <message>
        <source>Was live from {0} until the switch to another model</source>
        <translation>{0}から、別のモデルへの切り替えまで運用</translation>
    </message>
    <message>
        <source>a model that the service does not name</source>
        <translation>サービスの情報にないモデル</translation>
    </message>
    <message>
        <source>building</source>
        <translation>構築中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>in an unknown state</source>
        <translation>状態不明</translation>
    </message>
    <message>
        <source>model {0}</source>
        <translation>モデルID {0}</translation>
    </message>
    <message>
        <source>running</source>
        <translation>動作中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止済み</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>the original model</source>
        <translation>元のモデル</translation>
    </message>
    <message>
        <source>updating</source>
        <translation>更新中</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0}分{1}秒</translation>
    </message>
    <message>
        <source>{0} since {1}</source>
        <translation>{1}から{0}</translation>
    </message>
    <message>
        <source>{0}, with {1}</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}. Programs that request predictions receive none.</source>
        <translation>{0}。予測APIを利用するプログラムに、予測が返されません。</translation>
    </message>
    <message>
        <source>{0}. Reason: “{1}”</source>
        <translation>{0}。理由: 「{1}」</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>LiveState</name>
    <message>
        <source>Live</source>
        <translation>運用中</translation>
    </message>
    <message>
        <source>Live, not running</source>
        <translation>運用中 (動作していません)</translation>
    </message>
    <message>
        <source>May have been live</source>
        <translation>以前に運用の可能性</translation>
    </message>
    <message>
        <source>May still be live</source>
        <translation>まだ運用中の可能性</translation>
    </message>
    <message>
        <source>Switch not confirmed</source>
        <translation>切り替え未確定</translation>
    </message>
    <message>
        <source>Switching…</source>
        <translation>切り替え中…</translation>
    </message>
    <message>
        <source>Was live</source>
        <translation>以前に運用</translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Main toolbar</source>
        <translation>メインツールバー</translation>
    </message>
    <message>
        <source>More toolbar buttons</source>
        <translation>ツールバーのほかのボタン</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>ジョブを検索</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n need(s) attention – {0}</source>
        <translation>
            <numerusform>要対応%n件 – {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>EPA Desktop – Practice</source>
        <translation>EPA Desktop – 練習</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>メインメニュー</translation>
    </message>
</context>
<context>
    <name>MeasuresTable</name>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Live model</source>
        <translation>運用中のモデル</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>評価指標</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>今回のモデル</translation>
    </message>
    <message>
        <source>Previous model</source>
        <translation>前回のモデル</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>変化の意味</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ一覧</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Close message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>Better, but this can be chance</source>
        <translation>改善 (偶然の可能性あり)</translation>
    </message>
    <message>
        <source>Better, not tested</source>
        <translation>改善 (検定なし)</translation>
    </message>
    <message>
        <source>Better, unlikely to be chance</source>
        <translation>改善 (偶然とは考えにくい)</translation>
    </message>
    <message>
        <source>Closer to 90 %, where it is best; not tested</source>
        <translation>最良の90%に近づいた (検定なし)</translation>
    </message>
    <message>
        <source>Coverage rate</source>
        <translation>カバー率</translation>
    </message>
    <message>
        <source>F-score</source>
        <translation>F値</translation>
    </message>
    <message>
        <source>Farther from 90 %, where it is best; not tested</source>
        <translation>最良の90%から遠ざかった (検定なし)</translation>
    </message>
    <message>
        <source>It is not known whether higher or lower is better</source>
        <translation>増減のどちらが改善か不明</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>誤差平均</translation>
    </message>
    <message>
        <source>Median error</source>
        <translation>誤差中央値</translation>
    </message>
    <message>
        <source>Median error ratio</source>
        <translation>誤差率中央値</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>比較対象なし</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Prediction accuracy level: {0} of 5 stars, before: {1}.</source>
        <translation>予測精度レベル (最高は星5つ) は星{0}つです (比較対象は星{1}つ)。</translation>
    </message>
    <message>
        <source>Prediction accuracy level: {0} of 5 stars.</source>
        <translation>予測精度レベル (最高は星5つ) は、星{0}つです。</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>決定係数</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>変化なし</translation>
    </message>
    <message>
        <source>Worse, but this can be chance</source>
        <translation>悪化 (偶然の可能性あり)</translation>
    </message>
    <message>
        <source>Worse, not tested</source>
        <translation>悪化 (検定なし)</translation>
    </message>
    <message>
        <source>Worse, unlikely to be chance</source>
        <translation>悪化 (偶然とは考えにくい)</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高い</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低い</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>差なし</translation>
    </message>
    <message>
        <source>very high</source>
        <translation>非常に高い</translation>
    </message>
    <message>
        <source>very low</source>
        <translation>非常に低い</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>{0} better</source>
        <translation>+{0}</translation>
    </message>
    <message>
        <source>{0} better</source>
        <comment>of a metric that is best near 90 %</comment>
        <translation>{0}改善</translation>
    </message>
    <message>
        <source>{0} better</source>
        <comment>of a metric that is better when lower</comment>
        <translation>−{0}</translation>
    </message>
    <message>
        <source>{0} point</source>
        <translation>{0}ポイント</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0}ポイント</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}～{1}</translation>
    </message>
    <message>
        <source>{0} to {1} better</source>
        <translation>+{0}～+{1}</translation>
    </message>
    <message>
        <source>{0} to {1} better</source>
        <comment>of a metric that is better when lower</comment>
        <translation>−{1}～−{0}</translation>
    </message>
    <message>
        <source>{0} to {1} points better</source>
        <translation>+{0}～+{1}ポイント</translation>
    </message>
    <message>
        <source>{0} to {1} points better</source>
        <comment>of a metric that is better when lower</comment>
        <translation>−{1}～−{0}ポイント</translation>
    </message>
    <message>
        <source>{0} to {1} points worse</source>
        <translation>−{1}～−{0}ポイント</translation>
    </message>
    <message>
        <source>{0} to {1} points worse</source>
        <comment>of a metric that is better when lower</comment>
        <translation>+{0}～+{1}ポイント</translation>
    </message>
    <message>
        <source>{0} to {1} worse</source>
        <translation>−{1}～−{0}</translation>
    </message>
    <message>
        <source>{0} to {1} worse</source>
        <comment>of a metric that is better when lower</comment>
        <translation>+{0}～+{1}</translation>
    </message>
    <message>
        <source>{0} worse</source>
        <translation>−{0}</translation>
    </message>
    <message>
        <source>{0} worse</source>
        <comment>of a metric that is best near 90 %</comment>
        <translation>{0}悪化</translation>
    </message>
    <message>
        <source>{0} worse</source>
        <comment>of a metric that is better when lower</comment>
        <translation>+{0}</translation>
    </message>
    <message>
        <source>{0} worse to {1} better</source>
        <translation>−{0}～+{1}</translation>
    </message>
    <message>
        <source>{0} worse to {1} better</source>
        <comment>of a metric that is better when lower</comment>
        <translation>−{1}～+{0}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Add model…</source>
        <translation>モデルを追加…</translation>
    </message>
    <message>
        <source>Column to predict</source>
        <translation>予測したい項目</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>未選択</translation>
    </message>
    <message>
        <source>predicts</source>
        <translation>予測したい項目:</translation>
    </message>
    <message>
        <source>{0} (read from results)</source>
        <translation>{0} (結果から取得)</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Add chosen models</source>
        <translation>選択したモデルを追加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Choose all shown</source>
        <translation>表示中のモデルをすべて選択</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Enter the secret key…</source>
        <translation>シークレットキーを入力…</translation>
    </message>
    <message>
        <source>Getting the account’s models…</source>
        <translation>アカウントのモデルを取得しています…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models of the account {0}</source>
        <translation>アカウント「{0}」のモデル</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>Stopping after this model…</source>
        <translation>このモデルの処理が終わり次第、中止します…</translation>
    </message>
    <message>
        <source>The account’s models cannot be shown</source>
        <translation>アカウントのモデルを表示できません</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>“{0}”: {1}</source>
        <translation>「{0}」: {1}</translation>
    </message>
</context>
<context>
    <name>NameAndNote</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name and note</source>
        <translation>名前とメモ</translation>
    </message>
    <message>
        <source>Name and note: “{0}”</source>
        <translation>名前とメモ: 「{0}」</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>メモ:</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Optional; the name of the training file if empty</source>
        <translation>任意。空欄の場合は学習ファイルの名前</translation>
    </message>
</context>
<context>
    <name>NeedsButton</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>要対応%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only the jobs that need attention</source>
        <translation>要対応のジョブだけを表示</translation>
    </message>
</context>
<context>
    <name>NoEntries</name>
    <message>
        <source>Clear the search</source>
        <translation>検索を解除</translation>
    </message>
    <message>
        <source>No entries yet. Everything you do from now on is recorded here.</source>
        <translation>記録はまだありません。今後の操作はすべてここに記録されます。</translation>
    </message>
    <message>
        <source>No entry matches the filters.</source>
        <translation>条件に一致する記録はありません。</translation>
    </message>
    <message>
        <source>No entry matches the search.</source>
        <translation>検索に一致する記録はありません。</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>履歴を読み込んでいます…</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>すべての記録を表示</translation>
    </message>
    <message>
        <source>The history cannot be read now. The message in the main window says why.</source>
        <translation>現在、履歴を読み込めません。理由は、メインウィンドウのメッセージで確認してください。</translation>
    </message>
</context>
<context>
    <name>Notable</name>
    <message numerus="yes">
        <source>%Ln rows cannot be used, because a value is missing or not a number.</source>
        <translation>
            <numerusform>値が欠損しているか数値ではないため、%Ln行を使用できません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accuracy fell: {0} rows are newly wrong, {1} newly right. That is unlikely to be chance.</source>
        <translation>Accuracyは下がりました。新たに不正解になった行は{0}行、新たに正解になった行は{1}行で、偶然とは考えにくい差です。</translation>
    </message>
    <message>
        <source>Accuracy rose: {0} rows are newly right, {1} newly wrong. That is unlikely to be chance.</source>
        <translation>Accuracyは上がりました。新たに正解になった行は{0}行、新たに不正解になった行は{1}行で、偶然とは考えにくい差です。</translation>
    </message>
    <message>
        <source>Here, the class with the highest probability counts as the predicted class.</source>
        <translation>ここでは、予測確率がもっとも高い値を予測結果としています。</translation>
    </message>
    <message>
        <source>The files contradict each other:</source>
        <translation>ファイルの内容に矛盾があります:</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln more contradictions.</source>
        <translation>
            <numerusform>矛盾はほかに%Ln件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} decides, but accuracy fell: {1} rows are newly wrong, {2} newly right. That is unlikely to be chance.</source>
        <translation>判定は{0}に基づきますが、Accuracyは下がりました。新たに不正解になった行は{1}行、新たに正解になった行は{2}行で、偶然とは考えにくい差です。</translation>
    </message>
    <message>
        <source>{0} decides, but accuracy rose: {1} rows are newly right, {2} newly wrong. That is unlikely to be chance.</source>
        <translation>判定は{0}に基づきますが、Accuracyは上がりました。新たに正解になった行は{1}行、新たに不正解になった行は{2}行で、偶然とは考えにくい差です。</translation>
    </message>
    <message>
        <source>{0} decides, but precision fell from {1} to {2}, which is not tested.</source>
        <translation>判定は{0}に基づきますが、Precisionは{1}から{2}に下がりました (検定なし)。</translation>
    </message>
    <message>
        <source>{0} decides, but recall fell from {1} to {2}, which is not tested.</source>
        <translation>判定は{0}に基づきますが、Recallは{1}から{2}に下がりました (検定なし)。</translation>
    </message>
    <message>
        <source>“{0}” has {1} of the total contribution; it had {2} before. See the page “Columns”.</source>
        <translation>「{0}」の寄与度は全体の{1}で、前回は{2}でした。「項目」ページで確認できます。</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>NoticesWindow</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>The file with the licenses cannot be read: {0}

{1}</source>
        <translation>ライセンスのファイルを読み込めません: {0}

{1}</translation>
    </message>
    <message>
        <source>This program runs from its source code. Its license is in its LICENSE file; the packages it uses contain theirs.

A built program shows all of them in this window: packaging/build.py gathers them.</source>
        <translation>このプログラムはソースコードから実行されています。ライセンスは、LICENSEファイルと、使用しているパッケージの中にあります。

ビルドしたプログラムでは、この画面にすべてのライセンスが表示されます (packaging/build.pyで収集)。</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source> · </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) have ended</source>
        <translation>
            <numerusform>%n件のジョブが終了しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <comment>a notification, read aloud: its title and its text</comment>
        <translation>{0}。{1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>“{0}” finished: better or worse cannot be told</source>
        <translation>「{0}」が完了しました (判定できません)</translation>
    </message>
    <message>
        <source>“{0}” finished: better, but only just</source>
        <translation>「{0}」が完了しました (判定: わずかに良い)</translation>
    </message>
    <message>
        <source>“{0}” finished: clearly better</source>
        <translation>「{0}」が完了しました (判定: 明らかに良い)</translation>
    </message>
    <message>
        <source>“{0}” finished: clearly worse</source>
        <translation>「{0}」が完了しました (判定: 明らかに悪い)</translation>
    </message>
    <message>
        <source>“{0}” finished: no clear difference</source>
        <translation>「{0}」が完了しました (判定: 明らかな差なし)</translation>
    </message>
    <message>
        <source>“{0}” finished: worse, but only just</source>
        <translation>「{0}」が完了しました (判定: わずかに悪い)</translation>
    </message>
    <message>
        <source>“{0}” has failed</source>
        <translation>「{0}」が失敗しました</translation>
    </message>
    <message>
        <source>“{0}” has finished</source>
        <translation>「{0}」が完了しました</translation>
    </message>
</context>
<context>
    <name>NumberDialog</name>
    <message>
        <source>Add model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Enter a name for the model.</source>
        <translation>モデルの名前を入力してください。</translation>
    </message>
    <message>
        <source>Enter the model ID: a number that the console shows with the model.</source>
        <translation>モデルIDを入力してください。Prediction Oneの画面にモデルとともに表示される番号です。</translation>
    </message>
    <message>
        <source>Issuing a key…</source>
        <translation>キーを発行しています…</translation>
    </message>
    <message>
        <source>Model ID</source>
        <translation>モデルID</translation>
    </message>
    <message>
        <source>Models of the account {0}</source>
        <translation>アカウント「{0}」のモデル</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>The ID that the console shows for the model</source>
        <translation>Prediction Oneの画面に表示されるモデルID</translation>
    </message>
    <message>
        <source>There is already a model with this name. Enter another name.</source>
        <translation>同じ名前のモデルがすでにあります。別の名前を入力してください。</translation>
    </message>
    <message>
        <source>This model is already in the list, as “{0}”.</source>
        <translation>このモデルは、すでに「{0}」として一覧にあります。</translation>
    </message>
    <message>
        <source>What you call it, such as Sales forecast</source>
        <translation>例: 売上予測</translation>
    </message>
    <message>
        <source>✓ “{0}” was added. Enter another model ID, or close this form.</source>
        <translation>✓ 「{0}」を追加しました。続けて別のモデルIDを入力するか、この画面を閉じてください。</translation>
    </message>
</context>
<context>
    <name>Paragraph</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>A picture. The space bar shows its values as a table.</source>
        <translation>図です。スペースキーを押すと、値を表で表示します。</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>図をコピー</translation>
    </message>
    <message>
        <source>Copy picture: {0}</source>
        <translation>図をコピー: {0}</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>描画しています…</translation>
    </message>
    <message>
        <source>Show picture</source>
        <translation>図を表示</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>値を表示</translation>
    </message>
    <message>
        <source>Show values: {0}</source>
        <translation>値を表示: {0}</translation>
    </message>
    <message>
        <source>The picture cannot be drawn. Its values are in the table.</source>
        <translation>図を描画できません。値は表で確認できます。</translation>
    </message>
    <message>
        <source>Values: {0}</source>
        <translation>値: {0}</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>95 % interval</source>
        <translation>95%信頼区間</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>実際</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>ファイルの列</translation>
    </message>
    <message>
        <source>Columns that contribute most</source>
        <translation>寄与度の高い項目</translation>
    </message>
    <message>
        <source>Confusion matrix: what was predicted as what</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>Correct among those predicted (precision)</source>
        <translation>この値と予測した行のうち正しい割合 (Precision)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Difference, shares in points</source>
        <translation>差 (割合はポイント)</translation>
    </message>
    <message>
        <source>Different evaluation rows</source>
        <translation>評価に使った行が異なる</translation>
    </message>
    <message>
        <source>Errors by class</source>
        <translation>値ごとの誤り</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了日</translation>
    </message>
    <message>
        <source>Guessing</source>
        <translation>ランダムに予測した場合</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Live model</source>
        <translation>運用中のモデル</translation>
    </message>
    <message>
        <source>Live now or before</source>
        <translation>運用中または以前に運用</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>評価指標</translation>
    </message>
    <message>
        <source>Metrics before and after</source>
        <translation>評価指標の比較</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>今回のモデル</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>運用していない</translation>
    </message>
    <message>
        <source>Other rows predicted as this class</source>
        <translation>ほかの値の行をこの値と予測した割合</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>PrecisionとRecall</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Predicted = actual</source>
        <translation>予測 = 実際</translation>
    </message>
    <message>
        <source>Predicted and actual values</source>
        <translation>予測と実際の値</translation>
    </message>
    <message>
        <source>Predicted wrongly</source>
        <translation>誤って予測した割合</translation>
    </message>
    <message>
        <source>Predicted wrongly, the {0} worst of {1} classes</source>
        <translation>誤って予測した割合 ({1}種類の値のうち、高い順に{0}種類)</translation>
    </message>
    <message>
        <source>Previous model</source>
        <translation>前回のモデル</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC曲線</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>ファイルの行</translation>
    </message>
    <message>
        <source>Rows of this class that are found (recall)</source>
        <translation>この値の行のうち見つけた割合 (Recall)</translation>
    </message>
    <message>
        <source>Share of all contributions</source>
        <translation>寄与度全体に占める割合</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>推移</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>変化の意味</translation>
    </message>
    <message>
        <source>best near 90 %</source>
        <translation>90%に近いほど良い</translation>
    </message>
    <message>
        <source>better</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>小さいほど良い</translation>
    </message>
    <message>
        <source>no interval</source>
        <translation>区間なし</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>悪化</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0}ポイント</translation>
    </message>
    <message>
        <source>{0}, share</source>
        <translation>{0}の割合</translation>
    </message>
</context>
<context>
    <name>PracticeBar</name>
    <message>
        <source>Close “What to try”</source>
        <translation>「試してみること」を閉じる</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>実行済みです。</translation>
    </message>
    <message>
        <source>Look at the results</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>Send new data</source>
        <translation>新しいデータを送信する</translation>
    </message>
    <message>
        <source>Switch the model</source>
        <translation>モデルを切り替える</translation>
    </message>
    <message>
        <source>What to try</source>
        <translation>試してみること</translation>
    </message>
    <message>
        <source>What to try:</source>
        <translation>試してみること:</translation>
    </message>
    <message>
        <source>{0}  {1}</source>
        <translation>{0}  {1}</translation>
    </message>
</context>
<context>
    <name>PracticeGuide</name>
    <message>
        <source>A switch of this model is under way.</source>
        <translation>このモデルの切り替えが進行中です。</translation>
    </message>
    <message>
        <source>Possible as soon as a job has finished.</source>
        <translation>ジョブが完了すると実行できます。</translation>
    </message>
</context>
<context>
    <name>Practising</name>
    <message>
        <source>A practice job that was started elsewhere: {0}</source>
        <translation>EPA Desktop以外で開始された練習用ジョブ: {0}</translation>
    </message>
    <message>
        <source>Customer churn</source>
        <translation>顧客の解約予測</translation>
    </message>
    <message>
        <source>November data</source>
        <translation>11月分のデータ</translation>
    </message>
    <message>
        <source>November data, first try</source>
        <translation>11月分のデータ (1回目)</translation>
    </message>
    <message>
        <source>October data</source>
        <translation>10月分のデータ</translation>
    </message>
    <message>
        <source>The practice service accepts the API key {0}
Secret key: {1}
Model ID: {2}</source>
        <translation>練習用サービスで使えるAPIキー: {0}
シークレットキー: {1}
モデルID: {2}</translation>
    </message>
    <message>
        <source>The practice service accepts the secret key {0}</source>
        <translation>練習用サービスで使えるシークレットキー: {0}</translation>
    </message>
    <message>
        <source>The practice service has no prediction API for this model.</source>
        <translation>練習用サービスには、このモデルの予測APIがありません。</translation>
    </message>
    <message>
        <source>The practice service’s prediction address is {0}
Prediction key: {1}</source>
        <translation>練習用サービスの予測APIのエンドポイント: {0}
予測APIのキー: {1}</translation>
    </message>
</context>
<context>
    <name>PredictionDialog</name>
    <message>
        <source>A small CSV file with the columns of the training file</source>
        <translation>学習ファイルと同じ項目の小さなCSVファイル</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Check predictions before and after every switch</source>
        <translation>切り替えのたびに前後の予測を確認</translation>
    </message>
    <message>
        <source>Choose a file with the rows to predict.</source>
        <translation>予測する行のファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose the file: {0}</source>
        <translation>ファイルを選択: {0}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>File with rows</source>
        <translation>予測する行のファイル</translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Prediction check for “{0}”</source>
        <translation>「{0}」の予測の確認</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>予測結果</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>行を読み込んでいます…</translation>
    </message>
    <message>
        <source>Run check</source>
        <translation>確認を実行</translation>
    </message>
    <message>
        <source>Send no more rows</source>
        <translation>残りの行を送信しない</translation>
    </message>
    <message>
        <source>Stopping after this row…</source>
        <translation>この行の送信が終わり次第、中止します…</translation>
    </message>
</context>
<context>
    <name>Predictions</name>
    <message numerus="yes">
        <source>%n prediction(s) changed, most of all {0}</source>
        <translation>
            <numerusform>%n件の予測が変化、最大は{0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not sent: they would have met the same problem.</source>
        <translation>
            <numerusform>%n行は、同じ問題が起きるため、送信していません。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 prediction changed: {0}</source>
        <translation>1件の予測が変化: {0}</translation>
    </message>
    <message>
        <source>After</source>
        <translation>切り替え後</translation>
    </message>
    <message>
        <source>After the switch: {0}.</source>
        <translation>切り替え後: {0}。</translation>
    </message>
    <message>
        <source>At {0}, the prediction API was not running.</source>
        <translation>{0}の時点で、予測APIは動作していませんでした。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>切り替え前</translation>
    </message>
    <message numerus="yes">
        <source>Canceled: %n row(s) not sent.</source>
        <translation>
            <numerusform>キャンセルしました。%n行は送信していません。</numerusform>
        </translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>ファイルの値</translation>
    </message>
    <message>
        <source>It was stopped or still being built, and returned no predictions.</source>
        <translation>停止済みまたは構築中だったため、予測が返されませんでした。</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Nothing was sent, so that the key is sent only to the address it was entered for.</source>
        <translation>キーを入力時のエンドポイント以外には送信しないため、何も送信していません。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>何も送信していません。</translation>
    </message>
    <message>
        <source>Open “Prediction check…” and paste the prediction key for this address.</source>
        <translation>「予測の確認…」を開き、このエンドポイントの予測APIのキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>予測確率</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message numerus="yes">
        <source>Row {0} has %n field(s) instead of {1}. Correct the row, or choose fewer rows.</source>
        <translation>
            <numerusform>{0}行目の値は%n個ですが、項目は{1}個です。行を修正するか、行数を減らしてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {0} of {1}</source>
        <translation>{1}行中{0}行目</translation>
    </message>
    <message>
        <source>Run the check again. If this continues, contact your administrator.</source>
        <translation>予測の確認をもう一度実行してください。問題が解決しない場合は、システム管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Sending the same rows again: row {0} of {1}</source>
        <translation>同じ行をもう一度送信中: {1}行中{0}行目</translation>
    </message>
    <message>
        <source>The characters of this file cannot be read. Save it as CSV UTF-8, then choose it again.</source>
        <translation>このファイルの文字を読み取れません。CSV UTF-8で保存してから、もう一度選択してください。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s) of “{0}”.</source>
        <translation>
            <numerusform>「{0}」の先頭%n行を使用します。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first row of this file does not contain column names. Choose a file that begins with them.</source>
        <translation>このファイルの先頭の行に項目名がありません。項目名で始まるファイルを選択してください。</translation>
    </message>
    <message>
        <source>The prediction address cannot be used.</source>
        <translation>予測APIのエンドポイントを使用できません。</translation>
    </message>
    <message>
        <source>The prediction key contains characters that keys do not have.</source>
        <translation>予測APIのキーに、キーに使われない文字が含まれています。</translation>
    </message>
    <message numerus="yes">
        <source>The same rows are sent before and after each switch of this model: %n request(s) per switch.</source>
        <translation>
            <numerusform>このモデルを切り替えるたびに、その前後に同じ行を送信します。リクエストは1回の切り替えにつき%n件です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The saved prediction key was entered for another address.</source>
        <translation>保存済みの予測APIのキーは、別のエンドポイント用に入力されたものです。</translation>
    </message>
    <message>
        <source>The service counts every request and stores it for monitoring. A trial API allows 100 in total.</source>
        <translation>リクエストはすべてサービスの利用件数に加算され、監視用に保存されます。トライアル版APIのリクエストは合計100件までです。</translation>
    </message>
    <message>
        <source>There is no prediction. EPA Desktop does not repeat a request by itself.</source>
        <translation>予測を取得できませんでした。リクエストは自動では繰り返されません。</translation>
    </message>
    <message numerus="yes">
        <source>This check sends %n request(s), one for each row.</source>
        <translation>
            <numerusform>この確認では、1行につき1件、合計%n件のリクエストを送信します。</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has no prediction key for this model.</source>
        <translation>このコンピューターに、このモデルの予測APIのキーがありません。</translation>
    </message>
    <message>
        <source>This file cannot be read. It may be open in another program, or you may not have permission.</source>
        <translation>このファイルを読み込めません。別のプログラムで開かれているか、アクセス権がない可能性があります。</translation>
    </message>
    <message>
        <source>This file contains only the column to predict. Choose a file that has the other columns too.</source>
        <translation>このファイルには予測したい項目しかありません。ほかの項目もあるファイルを選択してください。</translation>
    </message>
    <message>
        <source>This file does not contain a table. Choose a CSV file, not a spreadsheet or a zip file.</source>
        <translation>このファイルには表が含まれていません。表計算ソフトのファイルやzipファイルではなく、CSVファイルを選択してください。</translation>
    </message>
    <message>
        <source>This file has no rows below the column names. Choose a file with rows to predict.</source>
        <translation>このファイルには項目名だけで、行がありません。予測する行のあるファイルを選択してください。</translation>
    </message>
    <message>
        <source>This file no longer exists. Choose another one.</source>
        <translation>このファイルが見つかりません。別のファイルを選択してください。</translation>
    </message>
    <message>
        <source>Two columns of this file have the same name. Rename one of them.</source>
        <translation>このファイルには同じ名前の項目が2つあります。一方の項目名を変更してください。</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>different prediction</source>
        <translation>予測が変化</translation>
    </message>
    <message>
        <source>no prediction changed</source>
        <translation>予測の変化なし</translation>
    </message>
    <message>
        <source>row {0} ({1} → {2})</source>
        <translation>{0}行目 ({1} → {2})</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>同じ</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered</source>
        <translation>
            <numerusform>%n行中{0}行に応答あり</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered ({1} before)</source>
        <translation>
            <numerusform>%n行中{0}行に応答あり (切り替え前は{1}行)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered at {1}</source>
        <translation>
            <numerusform>{1}の時点で、%n行中{0}行に応答あり</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n row(s) answered at {1} ({2} before)</source>
        <translation>
            <numerusform>{1}の時点で、%n行中{0}行に応答あり (切り替え前は{2}行)</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}: {1} → {2}</translation>
    </message>
    <message>
        <source>{0}; {1}</source>
        <translation>{0}、{1}</translation>
    </message>
    <message>
        <source>{0}; {1} of {2} as in the file</source>
        <translation>{0}、ファイルの値との一致は{2}行中{1}行</translation>
    </message>
    <message>
        <source>“{0}” is not sent; its value is shown beside each prediction.</source>
        <translation>「{0}」は送信しません。その値は、各予測の横に表示します。</translation>
    </message>
</context>
<context>
    <name>PredictionsPart</name>
    <message>
        <source>Show the predictions before and after the switch</source>
        <translation>切り替え前後の予測を表示</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>表示…</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source> · </source>
        <translation>・</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>ジョブ%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Add job…</source>
        <translation>ジョブを追加…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索を解除</translation>
    </message>
    <message>
        <source>Last check of any job {0}</source>
        <translation>直近の確認: {0}</translation>
    </message>
    <message>
        <source>New retraining…</source>
        <translation>新しい再学習…</translation>
    </message>
    <message>
        <source>Next check in {0}</source>
        <translation>次回の確認は{0}後</translation>
    </message>
    <message>
        <source>No check planned</source>
        <translation>確認の予定なし</translation>
    </message>
    <message>
        <source>No job matches the filters.</source>
        <translation>条件に一致するジョブはありません。</translation>
    </message>
    <message>
        <source>No job matches the search.</source>
        <translation>検索に一致するジョブはありません。</translation>
    </message>
    <message>
        <source>No jobs yet. Drop a training file here, or add a job started elsewhere.</source>
        <translation>ジョブはまだありません。学習ファイルをここにドロップするか、開始済みのジョブを追加してください。</translation>
    </message>
    <message>
        <source>Only jobs of the same model can be compared.</source>
        <translation>比較できるのは、同じモデルのジョブだけです。</translation>
    </message>
    <message>
        <source>Opening your list…</source>
        <translation>一覧を開いています…</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>すべてのジョブを表示</translation>
    </message>
    <message>
        <source>The jobs in your list cannot be read now; they stay in its file. You can add others.</source>
        <translation>一覧のジョブを読み込めません。ジョブは一覧のファイルに残っています。ほかのジョブは追加できます。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Two jobs can be compared when the results of both have been looked at or saved.</source>
        <translation>比較には、両方のジョブの結果の確認または保存が必要です。</translation>
    </message>
    <message>
        <source>You can add and change things as soon as the list is open.</source>
        <translation>一覧が開くと、追加や変更ができるようになります。</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n job(s) shown</source>
        <translation>
            <numerusform>ジョブ%n件中{0}件を表示</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}” has no jobs yet. Drop a training file here, or add a job started elsewhere.</source>
        <translation>「{0}」のジョブはまだありません。学習ファイルをここにドロップするか、開始済みのジョブを追加してください。</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>No preview: the file cannot be read as a table.</source>
        <translation>表として読み込めないため、プレビューはありません。</translation>
    </message>
    <message>
        <source>Preview: {0}</source>
        <translation>プレビュー: {0}</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s) are shown</source>
        <translation>
            <numerusform>先頭の%Ln行を表示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTabs</name>
    <message numerus="yes">
        <source>%Ln fix(es)</source>
        <translation>
            <numerusform>修正%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>As it will be sent: {0}</source>
        <translation>送信時: {0}</translation>
    </message>
    <message>
        <source>Evaluation file</source>
        <translation>評価ファイル</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Training file</source>
        <translation>学習ファイル</translation>
    </message>
    <message>
        <source>converted to UTF-8</source>
        <translation>UTF-8に変換</translation>
    </message>
    <message>
        <source>converted to UTF-8, {0}</source>
        <translation>UTF-8に変換、{0}</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>(not known)</source>
        <translation>(不明)</translation>
    </message>
    <message>
        <source>A newer version of EPA Desktop or another program may have written it. It stays unchanged in the file, and is shown again when it can be read. Everything else is shown and checked as usual.</source>
        <translation>より新しいバージョンのEPA Desktopか、別のプログラムで書き込まれた可能性があります。読み込めない部分は変更されずにファイルに残り、読み込めるようになると再び表示されます。ほかは通常どおり表示され、状況も確認されます。</translation>
    </message>
    <message>
        <source>A newly entered key works until EPA Desktop closes.</source>
        <translation>新しく入力したキーは、EPA Desktopを終了するまで使用できます。</translation>
    </message>
    <message>
        <source>A problem occurred inside EPA Desktop.</source>
        <translation>EPA Desktopの内部で問題が発生しました。</translation>
    </message>
    <message>
        <source>A sign-in page of the network or a company proxy may have answered. EPA Desktop tries again by itself.</source>
        <translation>ネットワークのサインイン画面や社内プロキシが応答した可能性があります。自動で再試行されます。</translation>
    </message>
    <message>
        <source>A web page came instead of the service’s answer.</source>
        <translation>サービスの応答ではなく、Webページが返されました。</translation>
    </message>
    <message>
        <source>Add your models and jobs again. The jobs themselves are not affected.</source>
        <translation>モデルとジョブを追加し直してください。ジョブ自体への影響はありません。</translation>
    </message>
    <message>
        <source>Another program has the results {path} open.</source>
        <translation>結果のファイル{path}は別のプログラムで開かれています。</translation>
    </message>
    <message>
        <source>Another program is using the file with your list in {path}.</source>
        <translation>{path}にある一覧のファイルは、別のプログラムで使用中です。</translation>
    </message>
    <message>
        <source>Another program is using the file {path}.</source>
        <translation>ファイル{path}は別のプログラムで使用中です。</translation>
    </message>
    <message>
        <source>Another program replaced {path} while it was being written.</source>
        <translation>書き込み中に、ファイル{path}が別のプログラムによって置き換えられました。</translation>
    </message>
    <message>
        <source>Ask your administrator whether the account still exists.</source>
        <translation>アカウントが残っているか、システム管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Change the model’s key (“Model” menu), then send again.</source>
        <translation>「モデル」メニューでモデルのキーを変更してから、もう一度送信してください。</translation>
    </message>
    <message>
        <source>Changes cannot be saved in {path}.</source>
        <translation>変更を{path}に保存できません。</translation>
    </message>
    <message>
        <source>Check in the console whether the model still exists.</source>
        <translation>モデルが残っているか、Prediction Oneの画面で確認してください。</translation>
    </message>
    <message>
        <source>Check the address, port, user name and password in that setting, or ask your administrator. If you change an environment variable, restart EPA Desktop.</source>
        <translation>この設定のアドレス、ポート、ユーザー名、パスワードを確認するか、システム管理者にお問い合わせください。環境変数を変更した場合は、EPA Desktopを再起動してください。</translation>
    </message>
    <message>
        <source>Check the date and time of this computer. Ask your administrator to install the company’s certificate.</source>
        <translation>このコンピューターの日付と時刻を確認してください。会社の証明書のインストールについては、システム管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Check the disk, then send again.</source>
        <translation>ディスクを確認してから、もう一度送信してください。</translation>
    </message>
    <message>
        <source>Check the file again, then send it.</source>
        <translation>ファイルをもう一度点検してから、送信してください。</translation>
    </message>
    <message>
        <source>Check the job again. If it is gone, switch to another finished job.</source>
        <translation>ジョブの状況をもう一度確認してください。ジョブがなくなっている場合は、完了した別のジョブのモデルに切り替えてください。</translation>
    </message>
    <message>
        <source>Check the job again. When it shows “Finished”, switch again.</source>
        <translation>ジョブの状況をもう一度確認してください。「完了」になったら、もう一度切り替えてください。</translation>
    </message>
    <message>
        <source>Check the key, the address and the allowed IP addresses on the model’s {api_tab} tab in the console.</source>
        <translation>Prediction Oneの画面で、モデルの{api_tab}タブのキー、エンドポイント、許可されたIPアドレスを確認してください。</translation>
    </message>
    <message>
        <source>Check the model in the console, or create it again there.</source>
        <translation>Prediction Oneの画面でモデルを確認するか、モデルを作成し直してください。</translation>
    </message>
    <message>
        <source>Check the model’s region and service address.</source>
        <translation>モデルのリージョンとサービスのアドレスを確認してください。</translation>
    </message>
    <message>
        <source>Check the model’s {api_tab} tab in the console, or switch again. If the model was switched already, this should change nothing.</source>
        <translation>Prediction Oneの画面で、モデルの{api_tab}タブを確認するか、もう一度切り替えてください。すでに切り替わっている場合は、何も変わらないと考えられます。</translation>
    </message>
    <message>
        <source>Check the model’s {api_tab} tab in the console. Then switch again, or switch back to the job that was live before.</source>
        <translation>Prediction Oneの画面で、モデルの{api_tab}タブを確認してください。その後、もう一度切り替えるか、以前に運用していたジョブのモデルに戻してください。</translation>
    </message>
    <message>
        <source>Check the model’s {api_tab} tab in the console. When its prediction API is back, switch again.</source>
        <translation>Prediction Oneの画面で、モデルの{api_tab}タブを確認してください。予測APIが再び使えるようになったら、もう一度切り替えてください。</translation>
    </message>
    <message>
        <source>Check the network connection, then switch again.</source>
        <translation>ネットワーク接続を確認してから、もう一度切り替えてください。</translation>
    </message>
    <message>
        <source>Check the network connection. If you entered the service address yourself, check it too.</source>
        <translation>ネットワーク接続を確認してください。サービスのアドレスを自分で入力した場合は、アドレスも確認してください。</translation>
    </message>
    <message>
        <source>Check the service address, or sign in to your network in a web browser.</source>
        <translation>サービスのアドレスを確認するか、Webブラウザーでネットワークにサインインしてください。</translation>
    </message>
    <message>
        <source>Choose a file with the same columns as the training file.</source>
        <translation>学習ファイルと同じ項目のファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose a folder that others cannot write to.</source>
        <translation>ほかのユーザーやプログラムが書き込めないフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose a folder that you can write to.</source>
        <translation>書き込み可能なフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose a shorter or simpler name.</source>
        <translation>より短い名前か、記号を含まない名前を指定してください。</translation>
    </message>
    <message>
        <source>Choose another folder, or check the disk.</source>
        <translation>別のフォルダーを選択するか、ディスクを確認してください。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を指定してください。</translation>
    </message>
    <message>
        <source>Choose “Check now”, and allow EPA Desktop to use the keychain.</source>
        <translation>「今すぐ確認」をクリックし、EPA Desktopにキーチェーンの使用を許可してください。</translation>
    </message>
    <message>
        <source>Choose “Check now”. If this continues, enter the key again.</source>
        <translation>「今すぐ確認」をクリックしてください。問題が解決しない場合は、キーを入力し直してください。</translation>
    </message>
    <message>
        <source>Close the file there, or choose another name.</source>
        <translation>そのプログラムでファイルを閉じるか、別の名前を指定してください。</translation>
    </message>
    <message>
        <source>Close the file there, then try again.</source>
        <translation>そのプログラムでファイルを閉じてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Close this window and open it again. If this continues, restart EPA Desktop.</source>
        <translation>このウィンドウを閉じて、開き直してください。問題が解決しない場合は、EPA Desktopを再起動してください。</translation>
    </message>
    <message>
        <source>Compare the job ID with the one you were given. If it differs, add the job again.</source>
        <translation>お手元のジョブIDと照合し、異なる場合はジョブを追加し直してください。</translation>
    </message>
    <message>
        <source>Compare the model ID with the one in the console.</source>
        <translation>モデルIDがPrediction Oneの画面のものと同じか確認してください。</translation>
    </message>
    <message>
        <source>Connect the drive again, or choose another folder.</source>
        <translation>ドライブを接続し直すか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Contact support.</source>
        <translation>サポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>Copy the address again from the model’s {api_tab} tab in the console.</source>
        <translation>Prediction Oneの画面で、モデルの{api_tab}タブからエンドポイントをコピーし直してください。</translation>
    </message>
    <message>
        <source>Copy the secret key again, and enter it.</source>
        <translation>シークレットキーをコピーし直して、入力してください。</translation>
    </message>
    <message>
        <source>Correct that setting, or ask your administrator.</source>
        <translation>この設定を修正するか、システム管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Create a prediction API for the model in the console, then try again.</source>
        <translation>Prediction Oneの画面でこのモデルの予測APIを作成してから、もう一度試してください。</translation>
    </message>
    <message>
        <source>EPA Desktop checks again every hour for one day, then stops.</source>
        <translation>今後1日間は1時間ごとに再確認し、その後は確認を終了します。</translation>
    </message>
    <message>
        <source>EPA Desktop is not allowed to write to {path}.</source>
        <translation>EPA Desktopに{path}への書き込みのアクセス権がありません。</translation>
    </message>
    <message>
        <source>EPA Desktop was closed while it was sending, or the job was removed and brought back. The service did not receive the whole file, so this retraining does not start.</source>
        <translation>送信中にEPA Desktopが終了したか、ジョブが一覧からいったん削除されたため、ファイル全体がサービスに届いていません。この再学習は開始されません。</translation>
    </message>
    <message>
        <source>Enter a new key, then switch again. {key_place}</source>
        <translation>新しいキーを入力してから、もう一度切り替えてください。{key_place}</translation>
    </message>
    <message>
        <source>Enter it again after the next start.</source>
        <translation>次回の起動後に、入力し直してください。</translation>
    </message>
    <message>
        <source>Enter the model ID that the console shows.</source>
        <translation>Prediction Oneの画面に表示されているモデルIDを入力してください。</translation>
    </message>
    <message>
        <source>Enter the model’s key again (“Model” menu), then switch again.</source>
        <translation>「モデル」メニューでモデルのキーを入力し直してから、もう一度切り替えてください。</translation>
    </message>
    <message>
        <source>Enter the secret key again.</source>
        <translation>シークレットキーを入力し直してください。</translation>
    </message>
    <message>
        <source>Free up disk space, and make sure that the folder can be written to.</source>
        <translation>ディスクの空き容量を増やし、フォルダーに書き込めることを確認してください。</translation>
    </message>
    <message>
        <source>Free up disk space, make sure that the folder can be written to, then try again.</source>
        <translation>ディスクの空き容量を増やし、フォルダーに書き込めることを確認してから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Free up space and save again, or save elsewhere on another disk.</source>
        <translation>空き容量を増やしてから保存を再試行するか、ほかのディスクなど別の場所に保存してください。</translation>
    </message>
    <message>
        <source>Free up space on that disk, then send again.</source>
        <translation>そのディスクの空き容量を増やしてから、もう一度送信してください。</translation>
    </message>
    <message>
        <source>Get a new key in the console, then choose “Enter the new key…”. {key_place}</source>
        <translation>新しいキーを取得し、「新しいキーを入力…」から登録してください。{key_place}</translation>
    </message>
    <message>
        <source>If the address is correct, choose “Enter the new key…”. If not, remove the model and add it again.</source>
        <translation>アドレスが正しい場合は、「新しいキーを入力…」から登録してください。正しくない場合は、モデルを一覧から削除して追加し直してください。</translation>
    </message>
    <message>
        <source>If the address is correct, enter the secret key again.</source>
        <translation>アドレスが正しい場合は、シークレットキーを入力し直してください。</translation>
    </message>
    <message>
        <source>If this continues, check the service address and your company’s firewall.</source>
        <translation>問題が解決しない場合は、サービスのアドレスと社内のファイアウォールを確認してください。</translation>
    </message>
    <message>
        <source>If this continues, contact support and include the text under “Details”.</source>
        <translation>問題が解決しない場合は、「詳細」の内容を添えてサポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>If this happens again, contact support and include the text under “Details”.</source>
        <translation>問題が再び発生する場合は、「詳細」の内容を添えてサポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>If you know that it was deleted, remove it from the list.</source>
        <translation>削除済みの場合は、一覧からも削除してください。</translation>
    </message>
    <message>
        <source>Install the newest version of EPA Desktop.</source>
        <translation>最新バージョンのEPA Desktopをインストールしてください。</translation>
    </message>
    <message>
        <source>Install the newest version of EPA Desktop. If this continues, contact support and include the text under “Details”.</source>
        <translation>最新バージョンのEPA Desktopをインストールしてください。問題が解決しない場合は、「詳細」の内容を添えてサポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>Issue the key again later, or paste one from the console.</source>
        <translation>しばらくしてからキーをもう一度発行するか、Prediction Oneの画面で取得したキーを貼り付けてください。</translation>
    </message>
    <message>
        <source>It is empty, a web page, an error message, or not the kind of file that its name says. A sign-in page of the network or a company proxy may have answered. It was not saved. An earlier file with that name is unchanged.</source>
        <translation>空のデータ、Webページ、エラーメッセージ、または拡張子と内容が一致しないファイルのいずれかです。ネットワークのサインイン画面や社内プロキシが応答した可能性があります。受信したデータは保存していません。同じ名前の以前のファイルは変わっていません。</translation>
    </message>
    <message>
        <source>It is not known now which models and jobs are in it, so none are shown or checked. Nothing was changed.</source>
        <translation>モデルとジョブを表示できず、状況も確認できません。一覧の内容は変更されていません。</translation>
    </message>
    <message>
        <source>It is not known whether the information is out of date.</source>
        <translation>情報が古くなっているかどうかは分かりません。</translation>
    </message>
    <message>
        <source>It is not known whether the model was switched. This job’s model may be live, or the one that was live before.</source>
        <translation>切り替えられたかどうかは不明です。このジョブのモデルに切り替わった可能性も、以前のモデルのままの可能性もあります。</translation>
    </message>
    <message>
        <source>It is not known whether the service received it. If this job goes on to its end, the file arrived.</source>
        <translation>サービスに届いたかどうかは分かりません。このジョブが完了すれば、ファイルは届いています。</translation>
    </message>
    <message>
        <source>It is stopped or still being built, and returns no predictions now.</source>
        <translation>停止中または構築中のため、現在は予測できません。</translation>
    </message>
    <message>
        <source>It is wrong or no longer active: keys expire after about 30 days. This model’s jobs are not checked until there is a new key. Other models are not affected.</source>
        <translation>キーが間違っているか、無効になっています (キーの有効期間は約30日です)。新しいキーが登録されるまで、このモデルのジョブの状況は確認されません。ほかのモデルには影響しません。</translation>
    </message>
    <message>
        <source>It is wrong, or no longer active. The model’s own key is not affected.</source>
        <translation>キーが間違っているか、無効になっています。モデルのキーには影響ありません。</translation>
    </message>
    <message>
        <source>It may have been deleted. In that case, the model cannot be retrained.</source>
        <translation>設定ファイルが削除されている可能性があります。その場合、モデルを再学習できません。</translation>
    </message>
    <message>
        <source>It may have been moved, another program may be using it, or its drive may be disconnected.</source>
        <translation>ファイルが移動されたか、別のプログラムで使用中か、ドライブが接続されていない可能性があります。</translation>
    </message>
    <message>
        <source>It stays unchanged in the file. Everything else is shown and checked as usual.</source>
        <translation>読み込めない部分は、変更されずにファイルに残ります。ほかは通常どおり表示され、状況も確認されます。</translation>
    </message>
    <message>
        <source>It was canceled, its job was removed, or EPA Desktop was closed. The live model is unchanged.</source>
        <translation>切り替えがキャンセルされたか、ジョブが一覧から削除されたか、EPA Desktopが終了しました。運用中のモデルは変わっていません。</translation>
    </message>
    <message>
        <source>It was deleted there, or saving it failed. The model’s own key is not affected.</source>
        <translation>キーチェーンから削除されたか、保存に失敗しています。モデルのキーには影響ありません。</translation>
    </message>
    <message>
        <source>It was left unchanged, and is not shown here.</source>
        <translation>一覧は変更していません。この画面には表示されません。</translation>
    </message>
    <message>
        <source>It was left unchanged, and nothing was saved.</source>
        <translation>そのファイルは変更していません。結果は保存されていません。</translation>
    </message>
    <message>
        <source>It was not followed, so that your key is sent only to the service.</source>
        <translation>キーがサービス以外に送られないよう、リダイレクト先には接続していません。</translation>
    </message>
    <message>
        <source>It was not read to its end. It probably did not come from the service.</source>
        <translation>応答を最後まで読み込んでいません。サービスからの応答ではないと思われます。</translation>
    </message>
    <message>
        <source>It was not saved. An earlier file with that name is unchanged.</source>
        <translation>受信したデータは保存していません。同じ名前の以前のファイルは変わっていません。</translation>
    </message>
    <message>
        <source>Its columns probably differ from those that the model was trained with.</source>
        <translation>この行の項目は、モデルの学習に使った項目と異なると思われます。</translation>
    </message>
    <message>
        <source>Look through the list and add what is missing.</source>
        <translation>一覧を確認し、不足しているモデルやジョブを追加してください。</translation>
    </message>
    <message>
        <source>Make sure that the file is there, then check it again.</source>
        <translation>ファイルがあることを確認し、もう一度点検してください。</translation>
    </message>
    <message>
        <source>Make sure that the file is there, then try again.</source>
        <translation>ファイルがあることを確認し、もう一度試してください。</translation>
    </message>
    <message>
        <source>Make sure that the folder is there, that you may write to it, and that the disk has free space. EPA Desktop tries again by itself.</source>
        <translation>フォルダーがあること、書き込み可能なこと、ディスクに空き容量があることを確認してください。保存は自動で再試行されます。</translation>
    </message>
    <message>
        <source>Make sure that this computer’s date is correct, then try again.</source>
        <translation>このコンピューターの日付が正しいことを確認し、もう一度試してください。</translation>
    </message>
    <message>
        <source>No answer came from {where} in time.</source>
        <translation>「{where}」から時間内に応答がありませんでした。</translation>
    </message>
    <message>
        <source>No key was issued.</source>
        <translation>キーは発行されていません。</translation>
    </message>
    <message>
        <source>Nothing in it was changed. Another program may be using the file, or the disk may be failing.</source>
        <translation>履歴は変更されていません。別のプログラムがファイルを使用中か、ディスクに障害がある可能性があります。</translation>
    </message>
    <message>
        <source>Nothing is lost here. As far as this program knows, the service still has the results.</source>
        <translation>このコンピューターで失われたものはありません。EPA Desktopで把握している範囲では、結果はサービスに残っています。</translation>
    </message>
    <message>
        <source>Nothing was sent. A proxy that inspects connections may be in between, with a certificate this computer does not trust; or this computer’s clock is wrong.</source>
        <translation>何も送信されていません。通信を検査するプロキシの証明書を、このコンピューターが信頼していない可能性があります。または、このコンピューターの時計がずれている可能性があります。</translation>
    </message>
    <message>
        <source>Nothing was switched. The model’s prediction API may have been deleted in the console. If so, nobody gets predictions from it.</source>
        <translation>モデルは切り替わっていません。モデルの予測APIがPrediction Oneの画面で削除された可能性があります。その場合、予測は返されません。</translation>
    </message>
    <message>
        <source>Only what was shown is sent, so sending stopped.</source>
        <translation>表示内容と異なるデータを送信しないよう、送信を中止しました。</translation>
    </message>
    <message>
        <source>Open a web browser and see whether it asks you to sign in. Check the service address too.</source>
        <translation>Webブラウザーを開き、サインインを求められないか確認してください。サービスのアドレスも確認してください。</translation>
    </message>
    <message>
        <source>Part of your list cannot be read.</source>
        <translation>一覧の一部を読み込めません。</translation>
    </message>
    <message>
        <source>Part of your list cannot be read: {0}.</source>
        <translation>一覧の一部を読み込めません: {0}。</translation>
    </message>
    <message>
        <source>Programs that request predictions get none until it is started again.</source>
        <translation>予測APIを起動するまで、予測APIを利用するプログラムに予測が返されません。</translation>
    </message>
    <message>
        <source>Programs that request predictions may get none, from either model.</source>
        <translation>予測APIを利用するプログラムに、どちらのモデルの予測も返されない可能性があります。</translation>
    </message>
    <message>
        <source>Read the service’s message under “Details”. If it gives no reason, check the console’s “Usage” page. The limit for models, data storage or this month’s training time may have been reached.</source>
        <translation>サービスのメッセージは「詳細」で確認できます。理由が書かれていない場合は、Prediction Oneの「使用状況」画面を確認してください。モデル数、データ保存容量、今月の学習時間のいずれかが上限に達している可能性があります。</translation>
    </message>
    <message>
        <source>Read the service’s own words under “Details”, then switch again if they allow it.</source>
        <translation>サービスのメッセージを「詳細」で確認し、切り替えられる状態であれば、もう一度切り替えてください。</translation>
    </message>
    <message>
        <source>Read the service’s own words under “Details”.</source>
        <translation>サービスのメッセージは「詳細」で確認できます。</translation>
    </message>
    <message>
        <source>Remove the model and add it again with the correct address.</source>
        <translation>モデルを一覧から削除し、正しいアドレスで追加し直してください。</translation>
    </message>
    <message>
        <source>Save again. The download continues where it stopped, if the service allows it.</source>
        <translation>もう一度保存してください。可能な場合は、途中から再開します。</translation>
    </message>
    <message>
        <source>Send fewer rows.</source>
        <translation>行数を減らして送信してください。</translation>
    </message>
    <message>
        <source>Send it again in a few minutes.</source>
        <translation>数分待ってから、もう一度送信してください。</translation>
    </message>
    <message>
        <source>Send it again. If this continues, a proxy may be changing the request.</source>
        <translation>もう一度送信してください。問題が解決しない場合は、プロキシがリクエストを書き換えている可能性があります。</translation>
    </message>
    <message>
        <source>Send it again. If this continues, contact your administrator.</source>
        <translation>もう一度送信してください。問題が解決しない場合は、システム管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Send the file again to start a new job, or remove this one from the list.</source>
        <translation>ファイルを再送信して新しいジョブを開始するか、このジョブを一覧から削除してください。</translation>
    </message>
    <message>
        <source>Sending the training file was interrupted.</source>
        <translation>学習ファイルの送信が中断されました。</translation>
    </message>
    <message>
        <source>Set this computer’s date and time, then try again.</source>
        <translation>このコンピューターの日付と時刻を合わせてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Sign in to your network in a web browser, then send again.</source>
        <translation>Webブラウザーでネットワークにサインインしてから、もう一度送信してください。</translation>
    </message>
    <message>
        <source>Sign in to your network in a web browser, then switch again.</source>
        <translation>Webブラウザーでネットワークにサインインしてから、もう一度切り替えてください。</translation>
    </message>
    <message>
        <source>Sign in to your network in a web browser, then try again. What was received is under “Details”.</source>
        <translation>Webブラウザーでネットワークにサインインしてから、もう一度試してください。受信した内容は「詳細」で確認できます。</translation>
    </message>
    <message>
        <source>Start EPA Desktop again with a folder that can be used.</source>
        <translation>使用できるフォルダーを指定して、EPA Desktopを起動し直してください。</translation>
    </message>
    <message>
        <source>Start it in the console, or try again in a few minutes.</source>
        <translation>Prediction Oneの画面で起動するか、数分待ってからもう一度試してください。</translation>
    </message>
    <message>
        <source>Start the prediction API on the model’s {api_tab} tab in the console. EPA Desktop then sees which model is live.</source>
        <translation>Prediction Oneの画面で、モデルの{api_tab}タブから予測APIを起動してください。起動すると、どのモデルが運用中かをEPA Desktopで確認できます。</translation>
    </message>
    <message>
        <source>Switch again if you still want to.</source>
        <translation>必要であれば、もう一度切り替えてください。</translation>
    </message>
    <message>
        <source>Switch again in a few minutes.</source>
        <translation>数分待ってから、もう一度切り替えてください。</translation>
    </message>
    <message>
        <source>Switch again, and allow EPA Desktop to use the keychain.</source>
        <translation>もう一度切り替え、EPA Desktopにキーチェーンの使用を許可してください。</translation>
    </message>
    <message>
        <source>Switch again. If the model was switched already, this should change nothing. To see which model answers, request a prediction or check the console.</source>
        <translation>もう一度切り替えてください。すでに切り替わっている場合は、何も変わらないと考えられます。どのモデルで予測されているかは、予測を実行するか、Prediction Oneの画面で確認できます。</translation>
    </message>
    <message>
        <source>Switch again. If this continues, check the service address and your company’s firewall.</source>
        <translation>もう一度切り替えてください。問題が解決しない場合は、サービスのアドレスと社内のファイアウォールを確認してください。</translation>
    </message>
    <message>
        <source>The API key in the keychain was not entered for this model’s address: {where}.</source>
        <translation>キーチェーンのAPIキーは、このモデルのアドレス「{where}」用のものではありません。</translation>
    </message>
    <message>
        <source>The API key is kept only until EPA Desktop closes.</source>
        <translation>APIキーは、EPA Desktopを終了するまでの間だけ保持されます。</translation>
    </message>
    <message>
        <source>The API key of this model is not its key for retraining.</source>
        <translation>このモデルのAPIキーは、再学習用のキーではありません。</translation>
    </message>
    <message>
        <source>The address has changed, or was not saved with the key, so the key was not sent.</source>
        <translation>アドレスが変更されたか、キーにアドレスの記録がないため、キーを送信しませんでした。</translation>
    </message>
    <message>
        <source>The address has changed, or was not saved with the key. A key is sent only to the service it was entered for, so it was not sent. This model’s jobs are not checked until there is a new key.</source>
        <translation>アドレスが変更されたか、キーにアドレスの記録がありません。キーは、入力時のアドレス以外には送信されません。新しいキーが登録されるまで、このモデルのジョブの状況は確認されません。</translation>
    </message>
    <message>
        <source>The address {where} was not found.</source>
        <translation>アドレス「{where}」が見つかりません。</translation>
    </message>
    <message>
        <source>The answer was a redirect to {where}.</source>
        <translation>「{where}」へのリダイレクトが返されました。</translation>
    </message>
    <message>
        <source>The answer was much too large for an answer about a job.</source>
        <translation>サービスの応答としては大きすぎるデータが返されました。</translation>
    </message>
    <message>
        <source>The certificates this computer is set to use cannot be loaded.</source>
        <translation>このコンピューターで使用するよう設定されている証明書を読み込めません。</translation>
    </message>
    <message>
        <source>The connection to {where} was lost.</source>
        <translation>「{where}」との接続が切れました。</translation>
    </message>
    <message>
        <source>The connection to {where} was refused.</source>
        <translation>「{where}」への接続が拒否されました。</translation>
    </message>
    <message>
        <source>The disk reported an error for {path}.</source>
        <translation>{path}でディスクのエラーが発生しました。</translation>
    </message>
    <message>
        <source>The download ended several times before the file was complete.</source>
        <translation>ダウンロードが何度も中断され、ファイル全体を受信できませんでした。</translation>
    </message>
    <message>
        <source>The download was interrupted when EPA Desktop closed.</source>
        <translation>EPA Desktopの終了により、ダウンロードが中断されました。</translation>
    </message>
    <message>
        <source>The file named in {where} is missing, or contains no certificates.</source>
        <translation>{where}で指定されたファイルがないか、ファイルに証明書が含まれていません。</translation>
    </message>
    <message>
        <source>The file received is damaged: it is incomplete, or its checksums do not match.</source>
        <translation>受信したファイルが破損しています。一部が欠けているか、チェックサムが一致しません。</translation>
    </message>
    <message>
        <source>The file to send is too large for the service’s storage.</source>
        <translation>送信するファイルが、サービスのストレージで受け付けられるサイズを超えています。</translation>
    </message>
    <message>
        <source>The file with your list in “{0}” cannot be opened.</source>
        <translation>「{0}」にある一覧のファイルを開けません。</translation>
    </message>
    <message>
        <source>The file with your list was damaged, and there was no backup.</source>
        <translation>一覧のファイルが破損していました。バックアップはありませんでした。</translation>
    </message>
    <message>
        <source>The file with your list was damaged, so the last backup is used instead.</source>
        <translation>一覧のファイルが破損していたため、最新のバックアップを使用しています。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>ファイル{path}を読み込めません。</translation>
    </message>
    <message>
        <source>The file {path} changed after it was checked.</source>
        <translation>ファイル{path}は、点検後に変更されました。</translation>
    </message>
    <message>
        <source>The folder of {path} cannot be found.</source>
        <translation>{path}のフォルダーが見つかりません。</translation>
    </message>
    <message>
        <source>The history cannot be read from {path}.</source>
        <translation>{path}から履歴を読み込めません。</translation>
    </message>
    <message>
        <source>The history could not be written, so nothing was sent.</source>
        <translation>履歴に書き込めないため、何も送信されませんでした。</translation>
    </message>
    <message>
        <source>The identity of {where} could not be verified.</source>
        <translation>「{where}」が正規の接続先であることを確認できませんでした。</translation>
    </message>
    <message>
        <source>The information from {where} is out of date.</source>
        <translation>「{where}」からの情報が古くなっています。</translation>
    </message>
    <message>
        <source>The information from {where} names a page that EPA Desktop does not know.</source>
        <translation>「{where}」からの情報に、EPA Desktopが対応していないページが含まれています。</translation>
    </message>
    <message>
        <source>The information was not used.</source>
        <translation>この情報は使用されていません。</translation>
    </message>
    <message>
        <source>The job ID is wrong, or the job belongs to another model’s key.</source>
        <translation>ジョブIDが間違っているか、別のモデルのキーのジョブです。</translation>
    </message>
    <message>
        <source>The job itself is not affected. EPA Desktop tries again by itself.</source>
        <translation>ジョブ自体への影響はありません。自動で再試行されます。</translation>
    </message>
    <message>
        <source>The job itself is not affected. EPA Desktop waits, then tries again by itself.</source>
        <translation>ジョブ自体への影響はありません。しばらくすると、自動で再試行されます。</translation>
    </message>
    <message>
        <source>The link to the storage expired, and so did a new one.</source>
        <translation>ストレージのリンクの有効期限が切れました。取得し直したリンクも、有効期限が切れました。</translation>
    </message>
    <message>
        <source>The list starts empty. The damaged file was kept as {path}.</source>
        <translation>空の一覧から始まります。破損したファイルは{path}として残っています。</translation>
    </message>
    <message>
        <source>The live model is unchanged.</source>
        <translation>運用中のモデルは変わっていません。</translation>
    </message>
    <message>
        <source>The live model is unchanged. A deleted job cannot be made live.</source>
        <translation>運用中のモデルは変わっていません。削除されたジョブのモデルには切り替えられません。</translation>
    </message>
    <message>
        <source>The live model is unchanged. A proxy that inspects connections may be in between, with a certificate this computer does not trust; or this computer’s clock is wrong.</source>
        <translation>運用中のモデルは変わっていません。通信を検査するプロキシの証明書を、このコンピューターが信頼していない可能性があります。または、このコンピューターの時計がずれている可能性があります。</translation>
    </message>
    <message>
        <source>The live model is unchanged. EPA Desktop checks again every hour for one day, in case the status changes.</source>
        <translation>運用中のモデルは変わっていません。ステータスが変わる場合に備えて、今後1日間、1時間ごとに再確認します。</translation>
    </message>
    <message>
        <source>The live model is unchanged. No switch is made that is not recorded.</source>
        <translation>切り替えを記録できないため、実行していません。運用中のモデルは変わっていません。</translation>
    </message>
    <message>
        <source>The live model is unchanged. Only a finished job can be made live.</source>
        <translation>運用中のモデルは変わっていません。切り替えられるのは、完了したジョブのモデルだけです。</translation>
    </message>
    <message>
        <source>The live model is unchanged. The job may have been deleted, or it belongs to another model’s key.</source>
        <translation>運用中のモデルは変わっていません。ジョブが削除されているか、別のモデルのキーのジョブである可能性があります。</translation>
    </message>
    <message>
        <source>The live model is unchanged. The redirect was not followed, so that your key is sent only to the service.</source>
        <translation>運用中のモデルは変わっていません。キーがサービス以外に送られないよう、リダイレクト先には接続していません。</translation>
    </message>
    <message>
        <source>The live model is unchanged. This computer is probably offline.</source>
        <translation>運用中のモデルは変わっていません。このコンピューターはオフラインの可能性があります。</translation>
    </message>
    <message>
        <source>The live model is unchanged: nothing was sent.</source>
        <translation>何も送信していないため、運用中のモデルは変わっていません。</translation>
    </message>
    <message>
        <source>The model and its key are not affected. EPA Desktop tries again by itself.</source>
        <translation>モデルとキーへの影響はありません。自動で再試行されます。</translation>
    </message>
    <message>
        <source>The model that was live before may still answer. EPA Desktop continues to check every 10 minutes.</source>
        <translation>予測に以前のモデルがまだ使われている可能性があります。10分ごとに確認を続けます。</translation>
    </message>
    <message>
        <source>The model’s service address cannot be used.</source>
        <translation>モデルのサービスのアドレスを使用できません。</translation>
    </message>
    <message>
        <source>The prediction API could not use this row.</source>
        <translation>予測APIでこの行を処理できませんでした。</translation>
    </message>
    <message>
        <source>The prediction API is not running.</source>
        <translation>予測APIが動作していません。</translation>
    </message>
    <message>
        <source>The prediction API may have been deleted in the console.</source>
        <translation>予測APIがPrediction Oneの画面で削除された可能性があります。</translation>
    </message>
    <message>
        <source>The prediction API may have been deleted, or the address may be that of another one.</source>
        <translation>予測APIが削除されているか、別の予測APIのエンドポイントである可能性があります。</translation>
    </message>
    <message>
        <source>The prediction API refused this request.</source>
        <translation>予測APIがこのリクエストを拒否しました。</translation>
    </message>
    <message>
        <source>The prediction key may be wrong, or the address may be that of another prediction API. This computer’s IP address may not be allowed, or the 100 requests of a trial may be used up.</source>
        <translation>予測APIのキーが間違っているか、別の予測APIのエンドポイントである可能性があります。または、このコンピューターのIPアドレスが許可されていないか、トライアル版APIのリクエストの上限 (100件) に達している可能性があります。</translation>
    </message>
    <message>
        <source>The proxy set in {where} cannot be used, or did not let the request through.</source>
        <translation>{where}で指定されたプロキシに接続できないか、通信が拒否されました。</translation>
    </message>
    <message>
        <source>The redirect was not followed, so that your data is sent only to the service’s storage.</source>
        <translation>データがサービスのストレージ以外に送られないよう、リダイレクト先には接続していません。</translation>
    </message>
    <message>
        <source>The results cannot be read from {path}.</source>
        <translation>{path}から結果を読み込めません。</translation>
    </message>
    <message>
        <source>The results of another job are being saved to {path}.</source>
        <translation>別のジョブの結果を{path}に保存中です。</translation>
    </message>
    <message>
        <source>The secret key in the keychain was not entered for this model’s address: {0}.</source>
        <translation>キーチェーンのシークレットキーは、このモデルのアドレス「{0}」用のものではありません。</translation>
    </message>
    <message>
        <source>The secret key is not in this computer’s keychain.</source>
        <translation>シークレットキーが、このコンピューターのキーチェーンにありません。</translation>
    </message>
    <message>
        <source>The service accepted the switch, and then the prediction API failed.</source>
        <translation>サービスは切り替えを受け付けましたが、その後、予測APIのステータスが失敗になりました。</translation>
    </message>
    <message>
        <source>The service accepted the switch, but the prediction API is stopped.</source>
        <translation>サービスは切り替えを受け付けましたが、予測APIが停止しています。</translation>
    </message>
    <message>
        <source>The service accepted the switch, but the prediction API was not seen running with this job’s model within 30 minutes.</source>
        <translation>サービスは切り替えを受け付けましたが、予測APIがこのジョブのモデルで動作していることを、30分以内に確認できませんでした。</translation>
    </message>
    <message>
        <source>The service asked for a model ID.</source>
        <translation>サービスからモデルIDを求められました。</translation>
    </message>
    <message>
        <source>The service asks for fewer requests.</source>
        <translation>サービスから、リクエストの頻度を下げるよう求められました。</translation>
    </message>
    <message>
        <source>The service did not accept the secret key.</source>
        <translation>シークレットキーが受け付けられませんでした。</translation>
    </message>
    <message>
        <source>The service did not accept this model’s API key.</source>
        <translation>このモデルのAPIキーは、サービスに受け付けられませんでした。</translation>
    </message>
    <message>
        <source>The service did not find the model’s configuration.</source>
        <translation>モデルの設定ファイルが、サービスで見つかりませんでした。</translation>
    </message>
    <message>
        <source>The service does not know this job.</source>
        <translation>このジョブは、サービスに存在しません。</translation>
    </message>
    <message>
        <source>The service does not offer results for this job now.</source>
        <translation>このジョブの結果は、現在サービスから提供されていません。</translation>
    </message>
    <message>
        <source>The service found no prediction API at this address.</source>
        <translation>このエンドポイントの予測APIが、サービスで見つかりませんでした。</translation>
    </message>
    <message>
        <source>The service found no prediction API for this model.</source>
        <translation>このモデルの予測APIが、サービスで見つかりませんでした。</translation>
    </message>
    <message>
        <source>The service has a problem of its own.</source>
        <translation>サービス側で問題が発生しています。</translation>
    </message>
    <message>
        <source>The service refused the request with an unknown message.</source>
        <translation>リクエストがサービスに拒否されました (未知のメッセージ)。</translation>
    </message>
    <message>
        <source>The service reports that this job ended without a new model.</source>
        <translation>このジョブは、新しいモデルを作成せずに終了しました (サービスの情報による)。</translation>
    </message>
    <message>
        <source>The service says retraining has not finished.</source>
        <translation>再学習が完了していません (サービスの情報による)。</translation>
    </message>
    <message>
        <source>The service says the account may have been deleted.</source>
        <translation>アカウントが削除されている可能性があります (サービスの情報による)。</translation>
    </message>
    <message>
        <source>The service says the model may have been deleted.</source>
        <translation>モデルが削除されている可能性があります (サービスの情報による)。</translation>
    </message>
    <message>
        <source>The service says this job may have been deleted.</source>
        <translation>このジョブは削除されている可能性があります (サービスの情報による)。</translation>
    </message>
    <message>
        <source>The service still offers a link to them, but there is nothing behind it.</source>
        <translation>サービスには結果へのリンクがありますが、リンク先に結果がありません。</translation>
    </message>
    <message>
        <source>The service’s answer could not be understood.</source>
        <translation>サービスの応答を解釈できません。</translation>
    </message>
    <message>
        <source>The storage did not accept its own link.</source>
        <translation>サービスが発行したリンクが、ストレージに拒否されました。</translation>
    </message>
    <message>
        <source>The storage did not say how large the file is, so it is not known whether it is complete.</source>
        <translation>ファイルのサイズがストレージから示されなかったため、ファイル全体を受信できたかどうか分かりません。</translation>
    </message>
    <message>
        <source>The storage has a problem of its own.</source>
        <translation>ストレージ側で問題が発生しています。</translation>
    </message>
    <message>
        <source>The storage no longer has the results.</source>
        <translation>結果がストレージに残っていません。</translation>
    </message>
    <message>
        <source>The storage takes up to 5 GB at once. No retraining was started.</source>
        <translation>一度に送信できるのは5 GBまでです。再学習は開始されていません。</translation>
    </message>
    <message>
        <source>The switch was sent, but no answer came from the service.</source>
        <translation>切り替えを要求しましたが、サービスから応答がありませんでした。</translation>
    </message>
    <message>
        <source>The switch was stopped before it was sent.</source>
        <translation>切り替えは、送信前に中止されました。</translation>
    </message>
    <message>
        <source>The system does not accept the file name {path}.</source>
        <translation>ファイル名{path}は使用できません。</translation>
    </message>
    <message>
        <source>The system has no keychain that can be used.</source>
        <translation>システムに、使用できるキーチェーンがありません。</translation>
    </message>
    <message>
        <source>The system’s keychain is locked, or access to it was refused.</source>
        <translation>システムのキーチェーンがロックされているか、アクセスが拒否されました。</translation>
    </message>
    <message>
        <source>The system’s keychain reported an error.</source>
        <translation>システムのキーチェーンでエラーが発生しました。</translation>
    </message>
    <message>
        <source>The training file was not sent, so no retraining was started.</source>
        <translation>学習ファイルが送信されなかったため、再学習は開始されていません。</translation>
    </message>
    <message>
        <source>The upload link expired twice before the whole file was sent. Try a faster connection.</source>
        <translation>ファイルを送信し終える前に、アップロード用リンクの有効期限が2回切れました。より速い回線で試してください。</translation>
    </message>
    <message>
        <source>The whole training file was sent, but no answer came from {where}.</source>
        <translation>学習ファイル全体を送信しましたが、「{where}」から応答がありませんでした。</translation>
    </message>
    <message>
        <source>There is no API key for this model on this computer.</source>
        <translation>このコンピューターに、このモデルのAPIキーがありません。</translation>
    </message>
    <message>
        <source>There is not enough disk space for the results.</source>
        <translation>ディスクの空き容量が足りないため、結果を保存できません。</translation>
    </message>
    <message>
        <source>There is not enough disk space to prepare the file for sending.</source>
        <translation>ディスクの空き容量が足りないため、ファイルの送信を準備できません。</translation>
    </message>
    <message>
        <source>There is nothing you need to do. If this continues for hours, check the service’s website.</source>
        <translation>操作は必要ありません。数時間たっても解決しない場合は、サービスのWebサイトを確認してください。</translation>
    </message>
    <message>
        <source>There is nothing you need to do. If this continues, check the network connection.</source>
        <translation>操作は必要ありません。問題が解決しない場合は、ネットワーク接続を確認してください。</translation>
    </message>
    <message>
        <source>There is nothing you need to do. The list shows the time of the next check.</source>
        <translation>操作は必要ありません。次回の確認の時刻は一覧に表示されます。</translation>
    </message>
    <message>
        <source>They are kept while EPA Desktop runs. It tries again by itself to save them.</source>
        <translation>変更はEPA Desktopの実行中は保持されます。保存は自動で再試行されます。</translation>
    </message>
    <message>
        <source>They may have been moved or deleted, you may not have permission to read them, or their drive may be disconnected.</source>
        <translation>結果が移動または削除されたか、読み取りのアクセス権がないか、ドライブが接続されていない可能性があります。</translation>
    </message>
    <message>
        <source>They may not be ready yet.</source>
        <translation>まだ準備ができていない可能性があります。</translation>
    </message>
    <message>
        <source>This computer and {where} have different dates for today.</source>
        <translation>このコンピューターと「{where}」で、今日の日付が一致しません。</translation>
    </message>
    <message>
        <source>This computer is probably offline. EPA Desktop tries again by itself.</source>
        <translation>このコンピューターはオフラインの可能性があります。自動で再試行されます。</translation>
    </message>
    <message>
        <source>This is possible only when the retraining has finished.</source>
        <translation>この操作は、再学習の完了後に実行できます。</translation>
    </message>
    <message>
        <source>This model’s jobs are not checked until there is a new key. Other models are not affected.</source>
        <translation>新しいキーが登録されるまで、このモデルのジョブの状況は確認されません。ほかのモデルには影響しません。</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>数分待ってから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Try again later, or look for the results in the console.</source>
        <translation>しばらくしてからもう一度試すか、Prediction Oneの画面で結果を探してください。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>しばらくしてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Try again. If this continues, a proxy may be changing the answer.</source>
        <translation>もう一度試してください。問題が解決しない場合は、プロキシが応答を書き換えている可能性があります。</translation>
    </message>
    <message>
        <source>Try again. If this continues, a proxy may be changing the request.</source>
        <translation>もう一度試してください。問題が解決しない場合は、プロキシがリクエストを書き換えている可能性があります。</translation>
    </message>
    <message>
        <source>Try again. If this continues, contact support.</source>
        <translation>もう一度試してください。問題が解決しない場合は、サポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>Try again. If this continues, contact your administrator.</source>
        <translation>もう一度試してください。問題が解決しない場合は、システム管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Try again. If this continues, the service’s own file may be damaged. Look for the results in the console.</source>
        <translation>もう一度試してください。問題が解決しない場合は、サービス側のファイルが破損している可能性があります。Prediction Oneの画面で結果を探してください。</translation>
    </message>
    <message>
        <source>Try again. The download continues where it stopped, if the service allows it.</source>
        <translation>もう一度試してください。可能な場合は、途中から再開します。</translation>
    </message>
    <message>
        <source>Until they are closed there, no other program can read them. Nothing is lost.</source>
        <translation>そのプログラムで閉じるまで、ほかのプログラムでは読み込めません。結果は失われていません。</translation>
    </message>
    <message>
        <source>Wait a while, or send the file again to start a new job.</source>
        <translation>しばらく待つか、ファイルを再送信して新しいジョブを開始してください。</translation>
    </message>
    <message>
        <source>Wait until that program has finished, for example a backup, or close it. EPA Desktop tries again by itself.</source>
        <translation>バックアップなどのプログラムの終了を待つか、そのプログラムを閉じてください。自動で再試行されます。</translation>
    </message>
    <message>
        <source>Wait until the job shows “Finished”.</source>
        <translation>ジョブが「完了」になるまでお待ちください。</translation>
    </message>
    <message>
        <source>What changed since that backup may be missing. The damaged file was kept as {path}.</source>
        <translation>バックアップより後の変更は、失われている可能性があります。破損したファイルは{path}として残っています。</translation>
    </message>
    <message>
        <source>What was received is much too large for results.</source>
        <translation>結果としては大きすぎるデータが送られてきました。</translation>
    </message>
    <message>
        <source>What was received is not the results.</source>
        <translation>受信したデータは、再学習結果ではありません。</translation>
    </message>
    <message>
        <source>While the file is sent, a copy or a zip is kept in {path}.</source>
        <translation>送信中は、コピーまたはzipファイルを{path}に一時保存します。</translation>
    </message>
    <message>
        <source>Without a model ID, it cannot answer.</source>
        <translation>モデルIDがないと、サービスは応答できません。</translation>
    </message>
    <message>
        <source>Without the API key, this model’s jobs cannot be checked.</source>
        <translation>APIキーがないと、このモデルのジョブの状況を確認できません。</translation>
    </message>
    <message>
        <source>Your list is safe, and everything else continues.</source>
        <translation>一覧に影響はありません。ほかの処理は続行されます。</translation>
    </message>
    <message>
        <source>Your list was written by a newer version of EPA Desktop.</source>
        <translation>一覧は、より新しいバージョンのEPA Desktopで保存されています。</translation>
    </message>
    <message>
        <source>a setting such as REQUESTS_CA_BUNDLE</source>
        <translation>REQUESTS_CA_BUNDLEなどの設定</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>the system’s network settings</source>
        <translation>システムのネットワーク設定</translation>
    </message>
    <message>
        <source>{prediction_key} Choose “Enter the new key…”, and enter the key for retraining. {key_place}</source>
        <translation>{prediction_key}「新しいキーを入力…」から、再学習用のキーを登録してください。{key_place}</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>ProblemBox</name>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>The original message</source>
        <translation>元のメッセージ</translation>
    </message>
</context>
<context>
    <name>QuitGuard</name>
    <message>
        <source>A switch is under way</source>
        <translation>切り替えが進行中です</translation>
    </message>
    <message>
        <source>Continue downloading</source>
        <translation>ダウンロードを続ける</translation>
    </message>
    <message>
        <source>Continue sending</source>
        <translation>送信を続ける</translation>
    </message>
    <message>
        <source>Do not quit</source>
        <translation>終了しない</translation>
    </message>
    <message>
        <source>EPA Desktop quits when the service has answered</source>
        <translation>サービスから応答があると、EPA Desktopは終了します</translation>
    </message>
    <message>
        <source>Quit EPA Desktop?</source>
        <translation>EPA Desktopを終了してもよろしいですか？</translation>
    </message>
    <message>
        <source>Quit while a training file is being sent and results are being downloaded?</source>
        <translation>学習ファイルの送信と結果のダウンロードが進行中です。終了してもよろしいですか？</translation>
    </message>
    <message>
        <source>Quit while a training file is being sent?</source>
        <translation>学習ファイルを送信中です。終了してもよろしいですか？</translation>
    </message>
    <message>
        <source>Quit while results are being downloaded?</source>
        <translation>結果をダウンロード中です。終了してもよろしいですか？</translation>
    </message>
    <message>
        <source>Sending stops, and no retraining is started.</source>
        <translation>送信は中止され、再学習は開始されません。</translation>
    </message>
    <message>
        <source>Sending stops, and this retraining does not start. After the next start, the file can be sent again as a new job.</source>
        <translation>送信は中止され、この再学習は開始されません。次回の起動後に、新しいジョブとして再送信できます。</translation>
    </message>
    <message>
        <source>Stop download and quit</source>
        <translation>ダウンロードを中止して終了する</translation>
    </message>
    <message>
        <source>Stop sending and quit</source>
        <translation>送信を中止して終了する</translation>
    </message>
    <message>
        <source>The download stops. It can be continued after the next start.</source>
        <translation>ダウンロードは中止されます。次回の起動後に再開できます。</translation>
    </message>
    <message numerus="yes">
        <source>The service has been asked to switch the model, and has not answered yet. EPA Desktop quits by itself as soon as the answer is known, in %n min at the latest.</source>
        <translation>
            <numerusform>モデルの切り替えを要求し、サービスの応答を待っています。応答があり次第 (遅くとも%n分以内に)、自動で終了します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPart</name>
    <message>
        <source>Fetching the results of “{0}”…</source>
        <translation>「{0}」の結果を取得しています…</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>結果を読み込んでいます…</translation>
    </message>
</context>
<context>
    <name>ReadyFacts</name>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
</context>
<context>
    <name>Region</name>
    <message>
        <source>Another address</source>
        <translation>別のアドレス</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>グローバル</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Practice service</source>
        <translation>練習用サービス</translation>
    </message>
</context>
<context>
    <name>Remedy</name>
    <message>
        <source>Check now</source>
        <translation>今すぐ確認</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>メッセージを消す</translation>
    </message>
    <message>
        <source>Enter the new key…</source>
        <translation>新しいキーを入力…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>一覧から削除</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>保存を再試行</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>別の場所に保存…</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>再送信…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Switch again…</source>
        <translation>もう一度切り替え…</translation>
    </message>
    <message>
        <source>Switch model…</source>
        <translation>モデルの切り替え…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>RenameModelDialog</name>
    <message>
        <source>Enter a name for the model.</source>
        <translation>モデルの名前を入力してください。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Rename “{0}”</source>
        <translation>「{0}」の名前の変更</translation>
    </message>
    <message>
        <source>There is already a model with this name. Enter another name.</source>
        <translation>同じ名前のモデルがすでにあります。別の名前を入力してください。</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message numerus="yes">
        <source>%Ln fields of column {0} emptied: {1}</source>
        <translation>
            <numerusform>項目{0}の{1}を空欄に変更済み (%Ln件)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows left out: {0}, …</source>
        <translation>
            <numerusform>%Ln行を除外済み: {0}、…</numerusform>
        </translation>
    </message>
    <message>
        <source>Column {0} left out</source>
        <translation>項目{0}を除外済み</translation>
    </message>
    <message>
        <source>Converted to UTF-8</source>
        <translation>UTF-8に変換済み</translation>
    </message>
    <message>
        <source>Dates of column {0} written as YYYY-MM-DD</source>
        <translation>項目{0}の日付をYYYY-MM-DD形式に変更済み</translation>
    </message>
    <message>
        <source>Fields of column {0} emptied: {1}</source>
        <translation>項目{0}の{1}を空欄に変更済み</translation>
    </message>
    <message>
        <source>Fields separated by commas</source>
        <translation>カンマ区切りに変換済み</translation>
    </message>
    <message>
        <source>Fields separated by commas instead of tabs</source>
        <translation>タブ区切りからカンマ区切りに変換済み</translation>
    </message>
    <message>
        <source>Fields separated by commas instead of “{0}”</source>
        <translation>「{0}」区切りからカンマ区切りに変換済み</translation>
    </message>
    <message>
        <source>Invisible characters and surrounding spaces removed from all columns</source>
        <translation>すべての項目で、見えない文字と前後の空白を削除済み</translation>
    </message>
    <message>
        <source>Invisible characters and surrounding spaces removed from column names</source>
        <translation>項目名の見えない文字と前後の空白を削除済み</translation>
    </message>
    <message>
        <source>Invisible characters and surrounding spaces removed from column {0}</source>
        <translation>項目{0}の見えない文字と前後の空白を削除済み</translation>
    </message>
    <message>
        <source>Numbers of column {0} written in plain digits</source>
        <translation>項目{0}の数値を数字だけの表記に変更済み</translation>
    </message>
    <message>
        <source>Row {0} left out</source>
        <translation>{0}行目を除外済み</translation>
    </message>
    <message>
        <source>Rows {0} left out</source>
        <translation>{0}行目を除外済み</translation>
    </message>
    <message numerus="yes">
        <source>{0} (%Ln fields)</source>
        <translation>
            <numerusform>{0} (%Ln件)</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, …</source>
        <comment>some of many values</comment>
        <translation>{0}、…</translation>
    </message>
    <message>
        <source>{0}–{1}</source>
        <comment>first and last row</comment>
        <translation>{0}～{1}</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message numerus="yes">
        <source>%Ln more rows are in the Results window of EPA Desktop.</source>
        <translation>
            <numerusform>ほかの%Ln行は、EPA Desktopの結果ウィンドウで確認できます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Also worth knowing</source>
        <translation>補足</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>フィンガープリント (SHA-256)</translation>
    </message>
    <message>
        <source>How this is judged</source>
        <translation>判定の方法</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>評価指標</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Report created</source>
        <translation>レポートの作成日時</translation>
    </message>
    <message>
        <source>Results of {0}</source>
        <translation>{0}の結果</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webページ (*.html)</translation>
    </message>
    <message>
        <source>en</source>
        <comment>The language of this catalogue as HTML names it: en, ja</comment>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>it becomes too large when it is unpacked</source>
        <translation>展開すると大きくなりすぎます</translation>
    </message>
    <message>
        <source>it contains too many files</source>
        <translation>ファイルが多すぎます</translation>
    </message>
    <message>
        <source>it would take too long</source>
        <translation>時間がかかりすぎます</translation>
    </message>
    <message>
        <source>part of it is encrypted</source>
        <translation>暗号化された部分があります</translation>
    </message>
    <message>
        <source>part of it is packed in a way that cannot be tested here</source>
        <translation>EPA Desktopで検査できない方式で圧縮された部分があります</translation>
    </message>
</context>
<context>
    <name>ResultsFoot</name>
    <message>
        <source>Compared with: the live model</source>
        <translation>比較対象: 運用中のモデル</translation>
    </message>
    <message>
        <source>Compared with: the live model, “{0}”</source>
        <translation>比較対象: 運用中のモデル「{0}」</translation>
    </message>
    <message>
        <source>Compared with: the previous model</source>
        <translation>比較対象: 前回のモデル</translation>
    </message>
    <message>
        <source>Compared with: the previous model. It is not known whether that is the live model, “{0}”.</source>
        <translation>比較対象: 前回のモデル。運用中のモデル「{0}」と同じかどうかは不明です。</translation>
    </message>
    <message>
        <source>Compared with: the previous model. “{0}” became live later.</source>
        <translation>比較対象: 前回のモデル。「{0}」はその後に運用を開始しました。</translation>
    </message>
    <message>
        <source>Keep the live model</source>
        <translation>運用中のモデルを維持</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>レポート…</translation>
    </message>
    <message>
        <source>Save the verdict, the metrics and the pictures as one HTML file</source>
        <translation>判定、評価指標、図を1つのHTMLファイルに保存</translation>
    </message>
    <message>
        <source>Switch back to this job…</source>
        <translation>このモデルに戻す…</translation>
    </message>
    <message>
        <source>Switch back…</source>
        <translation>前のモデルに戻す…</translation>
    </message>
    <message>
        <source>Switch model…</source>
        <translation>モデルの切り替え…</translation>
    </message>
    <message>
        <source>Switching to this model…</source>
        <translation>このジョブのモデルに切り替えています…</translation>
    </message>
    <message>
        <source>The switch to this model is not confirmed</source>
        <translation>このモデルへの切り替えは未確定です</translation>
    </message>
    <message>
        <source>This model is live</source>
        <translation>このモデルは運用中です</translation>
    </message>
    <message>
        <source>This model may still be live</source>
        <translation>このモデルはまだ運用中の可能性があります</translation>
    </message>
    <message>
        <source>This model was live before</source>
        <translation>このモデルは以前に運用していました</translation>
    </message>
    <message>
        <source>You kept the live model</source>
        <translation>運用中のモデルを維持しました</translation>
    </message>
</context>
<context>
    <name>ResultsSession</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>推移</translation>
    </message>
</context>
<context>
    <name>ResultsWindow</name>
    <message>
        <source>Columns</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>評価指標</translation>
    </message>
    <message>
        <source>Pages of the results</source>
        <translation>結果のページ</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Results of {0}</source>
        <translation>{0}の結果</translation>
    </message>
    <message>
        <source>Results of {0} – {1}</source>
        <translation>{0}の結果 – {1}</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The results contain neither a confusion matrix nor row-by-row predictions.</source>
        <translation>結果に混同行列も行ごとの予測も含まれていません。</translation>
    </message>
    <message>
        <source>The results contain no contributions of the columns.</source>
        <translation>結果に項目の寄与度が含まれていません。</translation>
    </message>
    <message>
        <source>The results contain no metrics.</source>
        <translation>結果に評価指標が含まれていません。</translation>
    </message>
    <message>
        <source>The results contain no row-by-row predictions. They are included only on request, and EPA Desktop cannot request them. If you get “evaluation_raw_data.csv” in the console, drop it on the job’s page.</source>
        <translation>結果に行ごとの予測が含まれていません。行ごとの予測は指定した場合だけ含まれ、EPA Desktopからは指定できません。Prediction Oneの画面で「evaluation_raw_data.csv」を入手した場合は、ジョブのページにドロップしてください。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>RetrainingController</name>
    <message>
        <source>Preparing…</source>
        <translation>準備しています…</translation>
    </message>
    <message>
        <source>Preparing… {0}</source>
        <translation>準備しています… {0}</translation>
    </message>
    <message>
        <source>Requesting a job from the service…</source>
        <translation>サービスにジョブを要求しています…</translation>
    </message>
    <message>
        <source>Sending “{0}” was canceled. No retraining was started.</source>
        <translation>「{0}」の送信をキャンセルしました。再学習は開始されていません。</translation>
    </message>
</context>
<context>
    <name>RetrainingDialog</name>
    <message>
        <source>New retraining</source>
        <translation>新しい再学習</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備しています…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln row(s)</source>
        <translation>
            <numerusform>%Ln行を送信</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetrainingFacts</name>
    <message numerus="yes">
        <source>%Ln class(es) as before</source>
        <translation>
            <numerusform>前回と同じ%Ln種類の値</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln項目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s), {0} of them as before</source>
        <translation>
            <numerusform>%Ln個の項目のうち{0}個が前回と同じ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) fewer ({0} %)</source>
        <translation>
            <numerusform>%Ln行の減少 ({0}%)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) more ({0} %)</source>
        <translation>
            <numerusform>%Ln行の増加 ({0}%)</numerusform>
        </translation>
    </message>
    <message>
        <source>API key</source>
        <translation>APIキー</translation>
    </message>
    <message>
        <source>ASCII characters only</source>
        <translation>半角の英数字と記号のみ (ASCII)</translation>
    </message>
    <message>
        <source>About {0} points of accuracy, by two-fold cross-validation; a smaller one may be chance</source>
        <translation>Accuracyで約{0}ポイント (2分割の交差検証。これより小さい差は偶然の可能性あり)</translation>
    </message>
    <message numerus="yes">
        <source>About {0} points of accuracy: each retraining is evaluated on another tenth, about %Ln row(s)</source>
        <translation>
            <numerusform>Accuracyで約{0}ポイント (再学習のたびに選び直される1割の行、約%Ln行で評価)</numerusform>
        </translation>
    </message>
    <message>
        <source>About {0} points of accuracy; a smaller one may be chance</source>
        <translation>Accuracyで約{0}ポイント (これより小さい差は偶然の可能性あり)</translation>
    </message>
    <message>
        <source>Compared with the last file</source>
        <translation>前回のファイルとの比較</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Expired {0}: enter a new key</source>
        <translation>{0}に有効期限切れ (新しいキーの入力が必要)</translation>
    </message>
    <message>
        <source>Expires {0}, but the training takes about {1}: renew the key first</source>
        <translation>有効期限は{0} (学習は約{1}で、終了前に切れる見込み。先にキーの更新が必要)</translation>
    </message>
    <message>
        <source>Expires {0}; how long the training takes is not known yet</source>
        <translation>有効期限は{0} (学習にかかる時間はまだ不明)</translation>
    </message>
    <message>
        <source>Expires {0}; the training takes about {1} and should end before that</source>
        <translation>有効期限は{0} (学習は約{1}で、期限内に終了の見込み)</translation>
    </message>
    <message>
        <source>Expiry not known</source>
        <translation>有効期限は不明</translation>
    </message>
    <message>
        <source>IDs and names</source>
        <translation>学習に役立たない項目</translation>
    </message>
    <message>
        <source>Nothing to compare with: this is the first file sent from here for this model</source>
        <translation>なし (EPA Desktopからこのモデルに送信する最初のファイル)</translation>
    </message>
    <message>
        <source>Optional. With the same one each time, retrainings can be compared.</source>
        <translation>任意。毎回同じファイルを使うと、再学習の結果を比較できます。</translation>
    </message>
    <message>
        <source>Shift_JIS</source>
        <translation>Shift_JIS</translation>
    </message>
    <message>
        <source>Smallest difference</source>
        <translation>検出できる最小の差</translation>
    </message>
    <message numerus="yes">
        <source>The same %Ln column(s) and types</source>
        <translation>
            <numerusform>項目 (%Ln個) とデータタイプは前回と同じ</numerusform>
        </translation>
    </message>
    <message>
        <source>Training file: {0}, evaluation file: {1}</source>
        <translation>学習ファイル: {0}、評価ファイル: {1}</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>UTF-8 with BOM</source>
        <translation>UTF-8 (BOMあり)</translation>
    </message>
    <message>
        <source>UTF-8 without BOM</source>
        <translation>UTF-8 (BOMなし)</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>{0}ごろ</translation>
    </message>
    <message>
        <source>live: model {0}, which is not a job in this list</source>
        <translation>運用中: モデル{0} (一覧のジョブではありません)</translation>
    </message>
    <message>
        <source>live: not known for certain</source>
        <translation>運用中: 特定できません</translation>
    </message>
    <message>
        <source>live: nothing yet, because the prediction API is being built</source>
        <translation>運用中: なし (予測APIを構築中)</translation>
    </message>
    <message>
        <source>live: nothing, because the model has no prediction API</source>
        <translation>運用中: なし (予測APIなし)</translation>
    </message>
    <message>
        <source>live: the original model</source>
        <translation>運用中: 元のモデル</translation>
    </message>
    <message>
        <source>live: the original model, or one switched elsewhere</source>
        <translation>運用中: 元のモデル、またはEPA Desktop以外で切り替えたモデル</translation>
    </message>
    <message>
        <source>live: {0}, since {1}</source>
        <translation>運用中: {0} ({1}から)</translation>
    </message>
    <message>
        <source>not read to the end</source>
        <translation>最後まで読み込んでいません</translation>
    </message>
    <message>
        <source>the same number of rows</source>
        <translation>行数は同じ</translation>
    </message>
    <message>
        <source>{0} to evaluate the new model on</source>
        <translation>{0}を今回のモデルの評価に使用</translation>
    </message>
    <message>
        <source>{0}, not the same as last time: the last results were measured on other rows</source>
        <translation>{0} (前回とは別のファイルのため、前回の結果は別の行による評価)</translation>
    </message>
    <message>
        <source>{0}, sent as UTF-8 with BOM</source>
        <translation>{0}、UTF-8 (BOMあり) で送信</translation>
    </message>
    <message>
        <source>{0}, the same as last time: results can be compared with the last ones</source>
        <translation>{0} (前回と同じファイルのため、前回の結果と比較可能)</translation>
    </message>
    <message>
        <source>{0}: a model learns nothing from IDs and names</source>
        <translation>{0} (IDや名前は、学習に役立ちません)</translation>
    </message>
</context>
<context>
    <name>RetrainingFields</name>
    <message>
        <source>Evaluation file</source>
        <translation>評価ファイル</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Swap the files</source>
        <translation>ファイルを入れ替え</translation>
    </message>
    <message>
        <source>Training file</source>
        <translation>学習ファイル</translation>
    </message>
    <message>
        <source>Use the evaluation file as the training file, and the training file as the evaluation file</source>
        <translation>評価ファイルを学習ファイルとして、学習ファイルを評価ファイルとして使用します</translation>
    </message>
    <message>
        <source>Use the sample file</source>
        <translation>サンプルファイルを使用</translation>
    </message>
</context>
<context>
    <name>RetrainingState</name>
    <message numerus="yes">
        <source>%Ln can be fixed in the copy that is sent. Your own file stays as it is.</source>
        <translation>
            <numerusform>%Ln件は、送信用のコピーで修正できます。元のファイルは変更されません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) to fix</source>
        <translation>
            <numerusform>修正が必要な問題: %Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) to fix in both files</source>
        <translation>
            <numerusform>両方のファイルに修正が必要な問題: %Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) to fix in the evaluation file</source>
        <translation>
            <numerusform>評価ファイルに修正が必要な問題: %Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) so far</source>
        <translation>
            <numerusform>%Ln行まで読み込み済み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>改善の提案: %Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the model first.</source>
        <translation>先にモデルを追加してください。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>点検しています…</translation>
    </message>
    <message>
        <source>Choose the training file.</source>
        <translation>学習ファイルを選択してください。</translation>
    </message>
    <message>
        <source>Correct the file, save it, then choose “Check again”.</source>
        <translation>ファイルを修正して保存し、「もう一度点検」をクリックしてください。</translation>
    </message>
    <message>
        <source>Drop a CSV or TSV file here</source>
        <translation>CSVまたはTSVファイルをここにドロップ</translation>
    </message>
    <message numerus="yes">
        <source>Fix the problem(s) first.</source>
        <translation>
            <numerusform>先に問題を修正してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems found in the part that was read. Choose “Check again” to read the file to the end.</source>
        <translation>読み込んだ範囲では、問題は見つかりませんでした。最後まで読み込むには、「もう一度点検」をクリックしてください。</translation>
    </message>
    <message>
        <source>No problems found. Check that this is the file you want to send.</source>
        <translation>問題は見つかりませんでした。送信するファイルに間違いがないか確認してください。</translation>
    </message>
    <message>
        <source>No problems found. Nothing in your file needs to be changed.</source>
        <translation>問題は見つかりませんでした。ファイルを変更する必要はありません。</translation>
    </message>
    <message numerus="yes">
        <source>No problems left: %Ln fixed in the copy that is sent. Your own file stays as it is.</source>
        <translation>
            <numerusform>残っている問題はありません。%Ln件を送信用のコピーで修正済みです。元のファイルは変更されません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read to the end</source>
        <translation>最後まで読み込んでいません</translation>
    </message>
    <message>
        <source>Opening the file…</source>
        <translation>ファイルを開いています…</translation>
    </message>
    <message>
        <source>Or choose it above, with an evaluation file if you have one. Every file is checked first. Nothing is sent until you choose “Send”.</source>
        <translation>上の欄でも選択できます。評価ファイルがある場合は、一緒に選択してください。ファイルはすべて、送信前に点検します。「送信」をクリックするまで、何も送信しません。</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>送信できます</translation>
    </message>
    <message numerus="yes">
        <source>Ready to send, with %Ln suggestion(s)</source>
        <translation>
            <numerusform>送信できます (改善の提案: %Ln件)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send in spite of %Ln problem(s)</source>
        <translation>
            <numerusform>問題を%Ln件残したまま送信</numerusform>
        </translation>
    </message>
    <message>
        <source>The file was not read to the end. Choose “Check again”.</source>
        <translation>ファイルを最後まで読み込んでいません。「もう一度点検」をクリックしてください。</translation>
    </message>
    <message>
        <source>Wait until the file has been checked.</source>
        <translation>ファイルの点検が終わるまでお待ちください。</translation>
    </message>
</context>
<context>
    <name>RowsPart</name>
    <message numerus="yes">
        <source>%Ln row(s) newly right</source>
        <translation>
            <numerusform>新たに正解した%Ln行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) newly wrong</source>
        <translation>
            <numerusform>新たに不正解になった%Ln行</numerusform>
        </translation>
    </message>
    <message>
        <source>Actual “{0}”, predicted “{1}” by the live model</source>
        <translation>実際は「{0}」、運用中のモデルの予測は「{1}」</translation>
    </message>
    <message>
        <source>Actual “{0}”, predicted “{1}” by the new model</source>
        <translation>実際は「{0}」、今回のモデルの予測は「{1}」</translation>
    </message>
    <message>
        <source>Actual “{0}”, predicted “{1}” by the previous model</source>
        <translation>実際は「{0}」、前回のモデルの予測は「{1}」</translation>
    </message>
</context>
<context>
    <name>SaveController</name>
    <message>
        <source>Save results</source>
        <translation>結果を保存</translation>
    </message>
    <message numerus="yes">
        <source>Save results of %n job(s) to</source>
        <translation>
            <numerusform>%n件のジョブの結果の保存先</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendFoot</name>
    <message>
        <source>The model learns only from these rows. The live model does not change until you switch.</source>
        <translation>モデルはこのファイルの行だけで学習します。切り替えるまで、運用中のモデルは変わりません。</translation>
    </message>
</context>
<context>
    <name>SendingBar</name>
    <message>
        <source>Sending progress</source>
        <translation>送信の進行状況</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>A problem occurred inside EPA Desktop. Your list is safe, and checking continues. If this happens again, contact support and include the details.</source>
        <translation>EPA Desktopの内部で問題が発生しました。一覧に影響はなく、状況の確認は続きます。問題が再び発生する場合は、詳細を添えてサポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>None: keys are kept until you quit EPA Desktop</source>
        <translation>なし (キーはEPA Desktopを終了するまで保持)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation>秒</translation>
    </message>
    <message>
        <source>A model whose results were saved before keeps its own folder.</source>
        <translation>以前に結果を保存したモデルでは、前回のフォルダーを使います。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Check every</source>
        <translation>状況確認の間隔</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>結果を保存するフォルダーを選択</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Download the results for viewing when a job finishes</source>
        <translation>ジョブの完了時に結果を自動で取得</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>結果のフォルダー</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>キーチェーン</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Older jobs are checked less often: every 5 min, or as set here if that is longer.</source>
        <translation>開始から時間がたったジョブは、5分 (上の設定のほうが長い場合はその間隔) ごとに確認します。</translation>
    </message>
    <message>
        <source>Only for accounts whose secret key is kept. While a job of the model runs, the key is renewed later if possible.</source>
        <translation>シークレットキーを保存したアカウントだけが対象です。モデルのジョブが進行中の場合は、可能な限り終了後に更新します。</translation>
    </message>
    <message>
        <source>Renew keys before they expire</source>
        <translation>有効期限が切れる前にキーを更新</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>システムの設定に合わせる</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Show a notification when a job finishes or fails</source>
        <translation>ジョブの完了時と失敗時に通知</translation>
    </message>
    <message>
        <source>The system’s folder for downloads</source>
        <translation>システムのダウンロード用フォルダー</translation>
    </message>
    <message>
        <source>They then open at once, and the notification can say how good the new model is. They are kept in this program’s own folder, at most {0}; the oldest are deleted first. What you save is not touched.</source>
        <translation>結果をすぐに開けるようになり、モデルが良くなったかどうかを通知で確認できます。取得した結果は専用のフォルダーに最大{0}まで保管し、古いものから削除します。保存した結果には影響しません。</translation>
    </message>
</context>
<context>
    <name>SeveralPart</name>
    <message numerus="yes">
        <source>%n job(s) selected.</source>
        <translation>
            <numerusform>%n件のジョブを選択しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a job to see its details.</source>
        <translation>ジョブを選択すると、詳細が表示されます。</translation>
    </message>
</context>
<context>
    <name>ShowBox</name>
    <message>
        <source>All jobs</source>
        <translation>すべてのジョブ</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示するジョブ</translation>
    </message>
    <message>
        <source>Which jobs the list shows</source>
        <translation>一覧に表示するジョブ</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Add model…</source>
        <translation>モデルを追加…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>SpokenNews</name>
    <message numerus="yes">
        <source>%n job(s) need attention</source>
        <translation>
            <numerusform>要対応のジョブが%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending the file of “{0}”</source>
        <translation>「{0}」のファイルを送信しています</translation>
    </message>
    <message>
        <source>The file of “{0}” was sent.</source>
        <translation>「{0}」のファイルを送信しました。</translation>
    </message>
    <message>
        <source>The language is now English.</source>
        <comment>name the language of the translation</comment>
        <translation>表示言語を日本語に変更しました。</translation>
    </message>
    <message>
        <source>The results of “{0}” were saved.</source>
        <translation>「{0}」の結果を保存しました。</translation>
    </message>
    <message>
        <source>“{0}”: {1} sent</source>
        <translation>「{0}」: {1}送信済み</translation>
    </message>
</context>
<context>
    <name>SpokenRows</name>
    <message>
        <source>Row number in the file, where the row of column names is counted too</source>
        <translation>ファイルでの行番号 (項目名の行も数えます)</translation>
    </message>
    <message>
        <source>Select all cells</source>
        <translation>すべての値を選択</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空欄</translation>
    </message>
    <message>
        <source>row {0}: {1}</source>
        <comment>number of the row, value</comment>
        <translation>{0}行目: {1}</translation>
    </message>
    <message>
        <source>{0}, row {1}: {2}</source>
        <comment>column, number of the row, value</comment>
        <translation>{0}、{1}行目: {2}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>状況未確認</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>アップロード中</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0}・{1}</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Account perhaps deleted</source>
        <translation>アカウント削除の可能性</translation>
    </message>
    <message>
        <source>Address cannot be used</source>
        <translation>アドレス使用不可</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>確認に失敗</translation>
    </message>
    <message>
        <source>Configuration perhaps deleted</source>
        <translation>設定ファイル削除の可能性</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Finished, no results yet</source>
        <translation>完了・結果待ち</translation>
    </message>
    <message>
        <source>Finished, not looked at</source>
        <translation>完了・未確認</translation>
    </message>
    <message>
        <source>Job not found</source>
        <translation>ジョブが見つかりません</translation>
    </message>
    <message>
        <source>Job perhaps deleted</source>
        <translation>ジョブ削除の可能性</translation>
    </message>
    <message>
        <source>Key expired</source>
        <translation>キー失効</translation>
    </message>
    <message>
        <source>Key needed</source>
        <translation>キーが必要</translation>
    </message>
    <message>
        <source>Key not accepted</source>
        <translation>キーが受け付けられません</translation>
    </message>
    <message>
        <source>Keychain cannot be read</source>
        <translation>キーチェーン読み取り不可</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>キーチェーンがロック中</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>Looked at, not decided</source>
        <translation>確認済み・未決定</translation>
    </message>
    <message>
        <source>Model perhaps deleted</source>
        <translation>モデル削除の可能性</translation>
    </message>
    <message>
        <source>Network problem</source>
        <translation>ネットワークの問題</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>接続エラー</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>キーチェーンなし</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>状況未確認</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>保存失敗</translation>
    </message>
    <message>
        <source>Not secure</source>
        <translation>安全でない接続</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Not switched</source>
        <translation>未切り替え</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>Prediction API failed</source>
        <translation>予測API失敗</translation>
    </message>
    <message>
        <source>Prediction API stopped</source>
        <translation>予測API停止</translation>
    </message>
    <message>
        <source>Proxy problem</source>
        <translation>プロキシの問題</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Saving… {0}</source>
        <translation>保存中… {0}</translation>
    </message>
    <message>
        <source>Service busy</source>
        <translation>サービス混雑中</translation>
    </message>
    <message>
        <source>Service problem</source>
        <translation>サービスの問題</translation>
    </message>
    <message>
        <source>Switch not seen</source>
        <translation>切り替え後の動作未確認</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>アップロード中</translation>
    </message>
    <message>
        <source>Uploading… {0}</source>
        <translation>アップロード中… {0}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Waiting in the queue</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0}・{1}</translation>
    </message>
    <message>
        <source>{0}, retrying</source>
        <translation>{0}・再試行中</translation>
    </message>
</context>
<context>
    <name>StartRefusal</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Computer: {0}</source>
        <translation>コンピューター: {0}</translation>
    </message>
    <message>
        <source>Data folder: {0}</source>
        <translation>データフォルダー: {0}</translation>
    </message>
    <message>
        <source>EPA Desktop cannot start</source>
        <translation>EPA Desktopを起動できません</translation>
    </message>
    <message>
        <source>EPA Desktop cannot use its data folder: {0}</source>
        <translation>EPA Desktopはデータフォルダーを使用できません: {0}</translation>
    </message>
    <message>
        <source>EPA Desktop is already running but does not respond</source>
        <translation>EPA Desktopはすでに起動していますが、応答がありません</translation>
    </message>
    <message>
        <source>It is not known whether EPA Desktop is still running there, because this network folder does not support locks. Two programs at once would overwrite each other’s list. Close EPA Desktop on the other computer. Start only if you know that it is closed.</source>
        <translation>このネットワークフォルダーはロックに対応していないため、EPA Desktopがそのコンピューターでまだ動作しているかどうか分かりません。2つのコンピューターで同時に使うと、互いの一覧を上書きします。そのコンピューターのEPA Desktopを終了してください。終了していることが確実な場合だけ、起動してください。</translation>
    </message>
    <message>
        <source>It is not known whether a program of that account is using the folder, so EPA Desktop does not start. This can happen if EPA Desktop was once started as administrator. If EPA Desktop is not running under another account, delete the file “{0}” in the data folder, then try again.</source>
        <translation>そのアカウントでEPA Desktopがフォルダーを使用しているかどうか分からないため、起動しません。以前にEPA Desktopを管理者として起動した場合に、この状態になることがあります。EPA Desktopが別のアカウントで動作していない場合は、データフォルダーのファイル「{0}」を削除してから、再試行してください。</translation>
    </message>
    <message>
        <source>It uses this data folder. It may be busy, closing, or no longer responding. Wait a moment, then try again. If that does not help, end it in Task Manager or Activity Monitor. Nothing that it has saved is lost.</source>
        <translation>起動中のEPA Desktopがこのデータフォルダーを使用しています。処理中か、終了中か、応答しなくなっている可能性があります。しばらく待ってから、再試行してください。問題が解決しない場合は、タスクマネージャーまたはアクティビティモニタで終了してください。保存済みの内容は失われません。</translation>
    </message>
    <message>
        <source>It uses this data folder. It may be busy, closing, or no longer responding. Wait a moment, then try again. If that does not help, end process {0} in Task Manager or Activity Monitor. Nothing that it has saved is lost.</source>
        <translation>起動中のEPA Desktopがこのデータフォルダーを使用しています。処理中か、終了中か、応答しなくなっている可能性があります。しばらく待ってから、再試行してください。問題が解決しない場合は、タスクマネージャーまたはアクティビティモニタでプロセス{0}を終了してください。保存済みの内容は失われません。</translation>
    </message>
    <message>
        <source>Only one program at a time can use a data folder. Close EPA Desktop on that computer, then try again.</source>
        <translation>データフォルダーは、複数のEPA Desktopで同時には使用できません。そのコンピューターのEPA Desktopを終了してから、再試行してください。</translation>
    </message>
    <message>
        <source>Process: {0}</source>
        <translation>プロセス: {0}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>このまま起動する</translation>
    </message>
    <message>
        <source>The data folder is in use on another computer: {0}</source>
        <translation>データフォルダーは別のコンピューターで使用中です: {0}</translation>
    </message>
    <message>
        <source>The data folder was last used on another computer</source>
        <translation>データフォルダーは前回、別のコンピューターで使用されました</translation>
    </message>
    <message>
        <source>The data folder’s lock file belongs to another user account</source>
        <translation>データフォルダーのロックファイルは、別のユーザーアカウントのものです</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Without it nothing can be saved, so EPA Desktop does not start. Check that the folder can be written to and that the disk has free space, then try again. Or start with another folder (--data-dir).</source>
        <translation>何も保存できないため、EPA Desktopは起動しません。フォルダーに書き込めること、ディスクに空き容量があることを確認してから、再試行してください。別のフォルダー (--data-dir) を指定して起動することもできます。</translation>
    </message>
</context>
<context>
    <name>StateBox</name>
    <message>
        <source>Check again</source>
        <translation>もう一度点検</translation>
    </message>
    <message numerus="yes">
        <source>Fix %Ln in the copy</source>
        <translation>
            <numerusform>送信用のコピーで%Ln件を修正</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading progress</source>
        <translation>読み込みの進行状況</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>点検を中止</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}。{1}</translation>
    </message>
</context>
<context>
    <name>StatePart</name>
    <message>
        <source>Download progress</source>
        <translation>ダウンロードの進行状況</translation>
    </message>
    <message>
        <source>Saving “{0}”: {1}</source>
        <translation>「{0}」を保存中: {1}</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>切り替え</translation>
    </message>
    <message>
        <source>Training progress, estimated</source>
        <translation>学習の進行状況 (見積もり)</translation>
    </message>
    <message>
        <source>Upload progress</source>
        <translation>アップロードの進行状況</translation>
    </message>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>キーチェーンの応答を待っています…</translation>
    </message>
    <message>
        <source>Waiting for the prediction API…</source>
        <translation>予測APIへの反映を待っています…</translation>
    </message>
    <message>
        <source>Waiting for the service…</source>
        <translation>サービスの応答を待っています…</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>残り{0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Where it stands</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>API not running</source>
        <translation>APIが動作していません</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>運用</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>as of {0}</source>
        <translation>{0}時点</translation>
    </message>
    <message>
        <source>before {0}</source>
        <translation>{0}より前</translation>
    </message>
    <message>
        <source>done</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>in the queue since {0}</source>
        <translation>{0}から順番待ち</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未確定</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>live</comment>
        <translation>未切り替え</translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>looked at</comment>
        <translation>未確認</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>可能性あり</translation>
    </message>
    <message>
        <source>perhaps was live</source>
        <translation>以前に運用の可能性</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>{0}から</translation>
    </message>
    <message>
        <source>started elsewhere</source>
        <translation>EPA Desktop以外で送信</translation>
    </message>
    <message>
        <source>switching…</source>
        <translation>切り替え中…</translation>
    </message>
    <message>
        <source>waiting since {0}</source>
        <translation>{0}から待機中</translation>
    </message>
    <message>
        <source>was live</source>
        <translation>以前に運用</translation>
    </message>
    <message>
        <source>when last checked, {0}</source>
        <translation>最終確認時 ({0})</translation>
    </message>
    <message>
        <source>{0}, {1}, step {2} of 5</source>
        <translation>{0}、{1}、全5段階の{2}番目</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n日前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n時間前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n分前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction API(s)</source>
        <translation>
            <numerusform>予測API: %n個</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A difference this small can be chance, and the data may differ.</source>
        <translation>この程度の差は偶然の可能性があり、測定に使ったデータが異なる可能性もあります。</translation>
    </message>
    <message>
        <source>A newer job has finished: “{0}”</source>
        <translation>より新しいジョブが完了しています: 「{0}」</translation>
    </message>
    <message>
        <source>A switch to {0} is still under way</source>
        <translation>{0}のモデルへの切り替えがまだ進行中です</translation>
    </message>
    <message>
        <source>After that, no switch is possible until there is a new key, not even a switch back.</source>
        <translation>期限が切れると、新しいキーを登録するまで、以前のモデルに戻す切り替えも含めて切り替えができなくなります。</translation>
    </message>
    <message>
        <source>After the switch, all predictions come from it.</source>
        <translation>以後の予測は、すべてこのモデルで行われます。</translation>
    </message>
    <message>
        <source>Another switch of this model is under way. Wait until it has ended.</source>
        <translation>このモデルの別の切り替えが進行中です。完了するまでお待ちください。</translation>
    </message>
    <message>
        <source>At least 30 days have passed since it finished.</source>
        <translation>完了から30日以上が過ぎています。</translation>
    </message>
    <message>
        <source>By its own results, perhaps worse than the live model</source>
        <translation>再学習結果どうしを比べると、運用中のモデルより悪い可能性があります</translation>
    </message>
    <message>
        <source>By its own results, worse than the live model</source>
        <translation>再学習結果どうしを比べると、運用中のモデルより悪い値です</translation>
    </message>
    <message>
        <source>By its results, clearly worse than the live model</source>
        <translation>運用中のモデルより「明らかに悪い」結果です</translation>
    </message>
    <message>
        <source>By its results, clearly worse than the previous model</source>
        <translation>前回のモデルより「明らかに悪い」結果です</translation>
    </message>
    <message>
        <source>By its results, worse than the live model, but only just</source>
        <translation>運用中のモデルより「わずかに悪い」結果です</translation>
    </message>
    <message>
        <source>By its results, worse than the previous model, but only just</source>
        <translation>前回のモデルより「わずかに悪い」結果です</translation>
    </message>
    <message>
        <source>Enter a reason: this is the first switch of this model. The history keeps it.</source>
        <translation>このモデルの最初の切り替えのため、理由の入力が必要です。理由は履歴に記録されます。</translation>
    </message>
    <message>
        <source>Finished {0} ({1})</source>
        <translation>完了: {0} ({1})</translation>
    </message>
    <message>
        <source>Finished {0} or earlier (already finished at the first check here, {1})</source>
        <translation>完了: {0}またはそれ以前 (EPA Desktopで最初に確認した{1}の時点で完了済み)</translation>
    </message>
    <message>
        <source>How it compares with the live model is not known here.</source>
        <translation>運用中のモデルと比べて良いかどうかは、EPA Desktopでは分かりません。</translation>
    </message>
    <message>
        <source>It does not come from a retraining job, so there is no job to switch to.</source>
        <translation>元のモデルは再学習のジョブで作られたものではないため、切り替え先に指定できません。</translation>
    </message>
    <message>
        <source>It gives no predictions, not even after the switch, until it is started in the console.</source>
        <translation>Prediction Oneの画面で起動するまで、切り替え後も予測は返されません。</translation>
    </message>
    <message>
        <source>It is not known here whether this model is better. Save the results and look at them first.</source>
        <translation>このモデルのほうが良いかどうかは、まだ分かりません。先に結果を保存して確認してください。</translation>
    </message>
    <message>
        <source>It may be live already. Switching again should then change nothing.</source>
        <translation>すでに運用中の可能性があります。その場合は、もう一度切り替えても何も変わらないと考えられます。</translation>
    </message>
    <message>
        <source>It was added later ({0}). When it was started is not known.</source>
        <translation>このジョブより後に追加されました ({0})。開始日時は不明です。</translation>
    </message>
    <message>
        <source>It was started later ({0}).</source>
        <translation>このジョブより後に開始されました ({0})。</translation>
    </message>
    <message>
        <source>Live since {0}</source>
        <translation>{0}から運用中</translation>
    </message>
    <message>
        <source>Live since {0}, as far as this program knows</source>
        <translation>{0}から運用中 (EPA Desktopで把握している範囲)</translation>
    </message>
    <message>
        <source>Look at them before you decide, unless you did so elsewhere.</source>
        <translation>EPA Desktop以外で確認していない場合は、切り替える前に結果を確認してください。</translation>
    </message>
    <message>
        <source>Model {0}, which is not a job in this list</source>
        <translation>モデル{0} (この一覧のジョブではありません)</translation>
    </message>
    <message>
        <source>No prediction API</source>
        <translation>予測APIなし</translation>
    </message>
    <message>
        <source>Not known for certain</source>
        <translation>特定できません</translation>
    </message>
    <message>
        <source>Not known: the results are not saved.</source>
        <translation>不明 (結果が保存されていません)</translation>
    </message>
    <message>
        <source>Not known: the results were not read here.</source>
        <translation>不明 (結果がEPA Desktopで読み込まれていません)</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>One of the model’s prediction APIs is not running: {0} ({1})</source>
        <translation>モデルの予測APIの1つが動作していません: {0} ({1})</translation>
    </message>
    <message>
        <source>One of these, because a switch is not confirmed: {0}</source>
        <translation>切り替えが未確定のため、次のいずれか: {0}</translation>
    </message>
    <message>
        <source>Saved {0}, looked at {1}</source>
        <translation>{0}に保存、{1}に確認</translation>
    </message>
    <message>
        <source>Saved {0}, not looked at here</source>
        <translation>{0}に保存、EPA Desktopでは未確認</translation>
    </message>
    <message>
        <source>Switch “{0}” to “{1}”?</source>
        <translation>「{0}」を「{1}」のモデルに切り替えてもよろしいですか？</translation>
    </message>
    <message>
        <source>Switching to it again should change nothing, unless the model was switched elsewhere.</source>
        <translation>EPA Desktop以外でモデルが切り替えられていない限り、もう一度切り替えても何も変わらないと考えられます。</translation>
    </message>
    <message>
        <source>Switching to it again should change nothing.</source>
        <translation>もう一度切り替えても、何も変わらないと考えられます。</translation>
    </message>
    <message>
        <source>The data this job was trained on may be out of date</source>
        <translation>このジョブの学習データは古くなっている可能性があります</translation>
    </message>
    <message>
        <source>The history keeps the reason with the switch.</source>
        <translation>理由は、切り替えとともに履歴に記録されます。</translation>
    </message>
    <message>
        <source>The last switch to this job is not confirmed</source>
        <translation>このジョブのモデルへの前回の切り替えは未確定です</translation>
    </message>
    <message>
        <source>The model’s API key expired around {0}</source>
        <translation>モデルのAPIキーの有効期限が{0}ごろに切れました</translation>
    </message>
    <message>
        <source>The model’s API key expired on {0}</source>
        <translation>モデルのAPIキーの有効期限が{0}に切れました</translation>
    </message>
    <message>
        <source>The model’s API key expires around {0}</source>
        <translation>モデルのAPIキーの有効期限が{0}ごろに切れます</translation>
    </message>
    <message>
        <source>The model’s API key expires on {0}</source>
        <translation>モデルのAPIキーの有効期限が{0}に切れます</translation>
    </message>
    <message>
        <source>The model’s prediction API is not running: {0}</source>
        <translation>モデルの予測APIが動作していません: {0}</translation>
    </message>
    <message>
        <source>The original model</source>
        <translation>元のモデル</translation>
    </message>
    <message>
        <source>The original model, one switched elsewhere, or one of these, because a switch is not confirmed: {0}</source>
        <translation>切り替えが未確定のため、元のモデル、EPA Desktop以外で切り替えたモデル、または次のいずれか: {0}</translation>
    </message>
    <message>
        <source>The original model, one switched elsewhere, or one switched after the backup of this list</source>
        <translation>元のモデル、EPA Desktop以外で切り替えたモデル、またはこの一覧のバックアップより後に切り替えたモデル</translation>
    </message>
    <message>
        <source>The reason can have at most {0} characters.</source>
        <translation>理由は{0}文字までです。</translation>
    </message>
    <message>
        <source>The results of this job were never saved</source>
        <translation>このジョブの結果は一度も保存されていません</translation>
    </message>
    <message>
        <source>The results were never looked at here</source>
        <translation>結果がEPA Desktopで一度も確認されていません</translation>
    </message>
    <message>
        <source>The retraining API cannot bring back the original model</source>
        <translation>再学習APIでは元のモデルに戻せません</translation>
    </message>
    <message>
        <source>The service accepted it, and its model does not run yet. It is better to wait until it has ended.</source>
        <translation>サービスは受け付けましたが、モデルはまだ動作していません。完了するまで待つことをお勧めします。</translation>
    </message>
    <message>
        <source>The service will probably not accept the switch. Enter or issue a new key first.</source>
        <translation>切り替えは受け付けられない見込みです。先に新しいキーを入力するか、発行してください。</translation>
    </message>
    <message>
        <source>The service’s manual does not promise that this works. Try the prediction API afterwards.</source>
        <translation>以前のモデルに戻せることは、サービスのマニュアルでは保証されていません。切り替えた後に、予測APIで予測を確認してください。</translation>
    </message>
    <message>
        <source>The switch to {0} is not confirmed</source>
        <translation>{0}のモデルへの切り替えは未確定です</translation>
    </message>
    <message>
        <source>The switches to these are not confirmed: {0}</source>
        <translation>次のジョブのモデルへの切り替えは未確定です: {0}</translation>
    </message>
    <message>
        <source>The two may have been measured on different data.</source>
        <translation>2つの値は、別々のデータで測定した可能性があります。</translation>
    </message>
    <message>
        <source>This job is live already</source>
        <translation>このジョブのモデルはすでに運用中です</translation>
    </message>
    <message>
        <source>This job is live already, as the service says</source>
        <translation>このジョブのモデルはすでに運用中です (サービスの情報による)</translation>
    </message>
    <message>
        <source>This job is not finished. Only a finished job can become live.</source>
        <translation>このジョブは完了していません。切り替えられるのは、完了したジョブのモデルだけです。</translation>
    </message>
    <message>
        <source>This job’s training file is still being sent. Wait until the job shows “Finished”.</source>
        <translation>このジョブの学習ファイルを送信中です。ジョブが「完了」になるまでお待ちください。</translation>
    </message>
    <message>
        <source>This list came from a backup, so later switches may be missing</source>
        <translation>この一覧はバックアップから復元されたため、その後の切り替えが含まれていない可能性があります</translation>
    </message>
    <message>
        <source>This switches back to a job that was live before</source>
        <translation>以前に運用していたジョブのモデルに戻す切り替えです</translation>
    </message>
    <message>
        <source>This switches back to an earlier job</source>
        <translation>以前のジョブのモデルに戻す切り替えです</translation>
    </message>
    <message>
        <source>What is live now is not known for certain. It will be when this switch is done.</source>
        <translation>現在どのモデルが運用中かは特定できません。この切り替えが完了すると、特定できます。</translation>
    </message>
    <message>
        <source>When it finished is not known.</source>
        <translation>完了日時は不明です。</translation>
    </message>
    <message>
        <source>When it was trained: {0} (compared with the previous model)</source>
        <translation>{0} (学習時、前回のモデルとの比較)</translation>
    </message>
    <message>
        <source>Whether this is chance is not known, and the data may differ.</source>
        <translation>この差が偶然かどうかは不明で、測定に使ったデータが異なる可能性もあります。</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message>
        <source>or one switched elsewhere</source>
        <translation>または、EPA Desktop以外で切り替えたモデル</translation>
    </message>
    <message>
        <source>the original model, or one switched elsewhere</source>
        <translation>元のモデル、またはEPA Desktop以外で切り替えたモデル</translation>
    </message>
    <message>
        <source>{0} (compared with the live model)</source>
        <translation>{0} (運用中のモデルとの比較)</translation>
    </message>
    <message>
        <source>{0} went from {1} to {2}. Whether that may be chance is not known, because there is no verdict.</source>
        <translation>{0}は{1}から{2}になりました。判定がないため、偶然による差かどうかは分かりません。</translation>
    </message>
    <message>
        <source>{0} {1}, live model {2}.</source>
        <translation>{0}: {1}、運用中のモデル: {2}。</translation>
    </message>
    <message>
        <source>{0} {1}, live model {2}: {3}.</source>
        <translation>{0}: {1}、運用中のモデル: {2} ({3})。</translation>
    </message>
    <message>
        <source>{0}, or one switched after the backup of this list</source>
        <translation>{0}、またはこの一覧のバックアップより後に切り替えたモデル</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>「{0}」</translation>
    </message>
    <message>
        <source>“{0}” may be newer</source>
        <translation>「{0}」のほうが新しい可能性があります</translation>
    </message>
</context>
<context>
    <name>SwitchController</name>
    <message>
        <source>Another model is live now for “{0}”. The switch was made elsewhere.</source>
        <translation>「{0}」では、EPA Desktop以外での切り替えにより、別のモデルが運用中になりました。</translation>
    </message>
    <message>
        <source>Show the job</source>
        <translation>ジョブを表示</translation>
    </message>
    <message>
        <source>Show the job “{0}”</source>
        <translation>ジョブ「{0}」を表示</translation>
    </message>
    <message>
        <source>The model was not switched to “{0}”: another switch of this model is under way.</source>
        <translation>このモデルの別の切り替えが進行中のため、「{0}」に切り替えませんでした。</translation>
    </message>
    <message>
        <source>The service accepted the switch of “{0}” to “{1}”.</source>
        <translation>「{0}」の「{1}」への切り替えが、サービスに受け付けられました。</translation>
    </message>
    <message>
        <source>“{0}” is live now. The switch was made elsewhere.</source>
        <translation>EPA Desktop以外での切り替えにより、「{0}」が運用中になりました。</translation>
    </message>
    <message>
        <source>“{0}” is live now: the prediction API of “{1}” answers with it.</source>
        <translation>「{0}」が運用中になりました。「{1}」の予測に使われています。</translation>
    </message>
    <message>
        <source>“{0}” is live now: the prediction API of “{1}” answers with it. The service says so; the switch took {2}.</source>
        <translation>「{0}」が運用中になりました。「{1}」の予測に使われています (サービスの情報による)。所要時間は{2}でした。</translation>
    </message>
    <message>
        <source>“{0}”: {1}</source>
        <translation>「{0}」: {1}</translation>
    </message>
</context>
<context>
    <name>SwitchDialog</name>
    <message numerus="yes">
        <source>%n warning(s) further down</source>
        <translation>
            <numerusform>下に警告が%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>Switch model</source>
        <translation>切り替える</translation>
    </message>
</context>
<context>
    <name>SwitchPredictions</name>
    <message>
        <source>Before the switch: {0}</source>
        <translation>切り替え前: {0}</translation>
    </message>
    <message>
        <source>No rows were sent, and none will be sent after the switch.</source>
        <translation>切り替え前に行を送信していないため、切り替え後も送信しません。</translation>
    </message>
    <message>
        <source>The rows for the prediction check cannot be read</source>
        <translation>予測の確認に使う行を読み込めません</translation>
    </message>
</context>
<context>
    <name>TableFields</name>
    <message>
        <source>Any column</source>
        <translation>すべての項目</translation>
    </message>
    <message>
        <source>Column to filter by</source>
        <translation>絞り込む項目</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>含む</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the selected cells to paste them into a spreadsheet</source>
        <translation>選択した値をコピー (表計算ソフトに貼り付け可能)</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>行の絞り込み</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Find in the table</source>
        <translation>表の中を検索</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>次を検索</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>前を検索</translation>
    </message>
    <message>
        <source>How the filter compares</source>
        <translation>絞り込みの条件</translation>
    </message>
    <message>
        <source>Is exactly</source>
        <translation>完全に一致</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>すべての行を表示</translation>
    </message>
    <message>
        <source>Text to filter by</source>
        <translation>絞り込む文字</translation>
    </message>
</context>
<context>
    <name>TableFoot</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln項目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) shown</source>
        <translation>
            <numerusform>%Ln行を表示</numerusform>
        </translation>
    </message>
    <message>
        <source>About the table</source>
        <translation>表の情報</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>%Ln行をコピーしました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied the first %Ln row(s), the most that can be copied at once.</source>
        <translation>
            <numerusform>先頭の%Ln行をコピーしました。一度にコピーできるのはここまでです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the table</source>
        <translation>表の処理の進行状況</translation>
    </message>
    <message>
        <source>Reading… {0} so far</source>
        <translation>読み込んでいます… 現在{0}</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Arranging the rows…</source>
        <translation>行を並べ替えています…</translation>
    </message>
    <message>
        <source>Opening the table…</source>
        <translation>表を開いています…</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>表の行</translation>
    </message>
    <message>
        <source>“{0}” was not found in the rows shown.</source>
        <translation>表示中の行に「{0}」は見つかりません。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>ジョブ%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln switch(es)</source>
        <translation>
            <numerusform>切り替え%Ln回</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>Between the parts of what is told of a job</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>運用中</translation>
    </message>
    <message>
        <source>Live until {0}, as far as this program knows: {1}.</source>
        <translation>{0}まで運用 (EPA Desktopで把握している範囲): {1}。</translation>
    </message>
    <message>
        <source>Not certain; last known: {0}</source>
        <translation>特定できません (最後に判明: {0})</translation>
    </message>
    <message>
        <source>Not confirmed: {0}</source>
        <translation>切り替え未確定: {0}</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Removed while in progress</source>
        <translation>進行中に一覧から削除</translation>
    </message>
    <message>
        <source>Results, keys</source>
        <translation>結果・キー</translation>
    </message>
    <message>
        <source>Seen: switched elsewhere to a model that is not a job here.</source>
        <translation>EPA Desktop以外での、一覧のジョブではないモデルへの切り替えを確認しました。</translation>
    </message>
    <message>
        <source>Seen: switched elsewhere to “{0}”.</source>
        <translation>EPA Desktop以外での「{0}」への切り替えを確認しました。</translation>
    </message>
    <message>
        <source>Since {0} it is not certain what is live: the list came from a backup, so later switches may be missing. Last known: {1}.</source>
        <translation>{0}以降、どのモデルが運用中かは特定できません。一覧がバックアップから復元されたため、その後の切り替えが含まれていない可能性があります。最後に判明しているモデル: {1}。</translation>
    </message>
    <message>
        <source>Since {0} it is not confirmed what is live: a switch to “{1}” was sent.</source>
        <translation>{0}以降、どのモデルが運用中かは未確定です (「{1}」への切り替えを送信済み)。</translation>
    </message>
    <message>
        <source>Switch to “{0}” not confirmed.</source>
        <translation>「{0}」への切り替えは未確定です。</translation>
    </message>
    <message>
        <source>Switch to “{0}” not sent.</source>
        <translation>「{0}」への切り替えは送信されませんでした。</translation>
    </message>
    <message>
        <source>Switch to “{0}” refused.</source>
        <translation>「{0}」への切り替えは拒否されました。</translation>
    </message>
    <message>
        <source>Switch to “{0}” sent; how it ended is not on record.</source>
        <translation>「{0}」への切り替えを送信しましたが、結果は記録されていません。</translation>
    </message>
    <message>
        <source>Switched to “{0}”.</source>
        <translation>「{0}」のモデルに切り替えました。</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>切り替え</translation>
    </message>
    <message>
        <source>The original model, or one switched elsewhere</source>
        <translation>元のモデル、またはEPA Desktop以外で切り替えたモデル</translation>
    </message>
    <message>
        <source>The service accepted the switch to “{0}”, but the model was not seen running.</source>
        <translation>サービスは「{0}」への切り替えを受け付けましたが、モデルの動作は確認できませんでした。</translation>
    </message>
    <message>
        <source>Timeline of “{0}”</source>
        <translation>「{0}」のタイムライン</translation>
    </message>
    <message>
        <source>added {0} (started elsewhere)</source>
        <translation>{0}に追加 (EPA Desktop以外で開始)</translation>
    </message>
    <message>
        <source>failed {0} ({1})</source>
        <translation>{0}に失敗 ({1})</translation>
    </message>
    <message>
        <source>finished by then</source>
        <translation>その時点で完了済み</translation>
    </message>
    <message>
        <source>finished {0}</source>
        <translation>{0}に完了</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>in progress ({0})</source>
        <translation>進行中 ({0})</translation>
    </message>
    <message>
        <source>its file did not arrive ({0})</source>
        <translation>ファイルが届かず ({0})</translation>
    </message>
    <message>
        <source>live from {0} to {1}</source>
        <translation>{0}から{1}まで運用</translation>
    </message>
    <message>
        <source>live since {0}</source>
        <translation>{0}から運用中</translation>
    </message>
    <message>
        <source>may still be live</source>
        <translation>まだ運用中の可能性あり</translation>
    </message>
    <message>
        <source>not known whether its file arrived</source>
        <translation>ファイルが届いたかどうか不明</translation>
    </message>
    <message>
        <source>on the list before {0}</source>
        <translation>{0}より前から一覧に登録</translation>
    </message>
    <message>
        <source>removed from the list</source>
        <translation>一覧から削除</translation>
    </message>
    <message>
        <source>removed {0} while in progress</source>
        <translation>{0}に進行中のまま一覧から削除</translation>
    </message>
    <message>
        <source>sending started {0}</source>
        <translation>{0}に送信を開始</translation>
    </message>
    <message>
        <source>started {0}</source>
        <translation>{0}に開始</translation>
    </message>
    <message>
        <source>switch not confirmed</source>
        <translation>切り替え未確定</translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>a year at the axis</comment>
        <translation>{0}年</translation>
    </message>
    <message>
        <source>{0} (reason: {1})</source>
        <translation>{0} (理由: {1})</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} Reason: {1}</source>
        <translation>{0}理由: {1}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <comment>Two sentences</comment>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0}, {1}, from {2} to {3}.</source>
        <translation>{2}から{3}まで: {0}、{1}。</translation>
    </message>
    <message>
        <source>{0}, {1}, from {2} to {3}. Live at the end: {4}.</source>
        <translation>{2}から{3}まで: {0}、{1}。最後の時点で運用中: {4}。</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}: {1}。</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Choose a model to see its timeline.</source>
        <translation>モデルを選択すると、タイムラインが表示されます。</translation>
    </message>
    <message>
        <source>Green: finished. Red and hatched: failed. Dashed: in progress or not confirmed.</source>
        <translation>緑は完了、赤の斜線は失敗、破線は進行中または未確定です。</translation>
    </message>
    <message>
        <source>Nothing to draw yet. This model has no job, no switch and no key on record.</source>
        <translation>表示できる内容がまだありません。このモデルには、ジョブ、切り替え、キーの記録がありません。</translation>
    </message>
    <message>
        <source>Select a job or a switch with the mouse or the arrow keys to read about it.</source>
        <translation>マウスまたは矢印キーでジョブまたは切り替えを選択すると、説明が表示されます。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
</context>
<context>
    <name>TrendPage</name>
    <message>
        <source>Jobs without a point have no value for this metric.</source>
        <translation>点のないジョブは、この評価指標の値がありません。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>評価指標</translation>
    </message>
    <message>
        <source>Metric:</source>
        <translation>評価指標:</translation>
    </message>
    <message>
        <source>No job of this model has a value yet. Values appear when results are fetched.</source>
        <translation>このモデルには、値のあるジョブがまだありません。結果を取得すると、値が表示されます。</translation>
    </message>
    <message>
        <source>No line joins jobs that were evaluated on different rows: their values are not comparable. Without an evaluation file, the service chooses other rows each time.</source>
        <translation>評価に使った行が異なるジョブは、値を比較できないため、線で結んでいません。評価ファイルを送信しない場合、評価に使う行は再学習のたびに選び直されます。</translation>
    </message>
    <message>
        <source>The vertical line through a point is the range in which the true value lies with 95 % confidence.</source>
        <translation>点を通る縦線は、真の値が95%の信頼度で含まれる範囲です。</translation>
    </message>
    <message>
        <source>{0} from job to job</source>
        <translation>ジョブごとの{0}</translation>
    </message>
</context>
<context>
    <name>UnreadResults</name>
    <message>
        <source>If you have a file with its results, drop it on this window.</source>
        <translation>結果のファイルがある場合は、このウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>Save the results again, or obtain the file again.</source>
        <translation>結果を保存し直すか、ファイルをもう一度入手してください。</translation>
    </message>
    <message>
        <source>The results cannot be opened.</source>
        <translation>結果を開けません。</translation>
    </message>
    <message>
        <source>There is nothing to look at.</source>
        <translation>表示できる内容がありません。</translation>
    </message>
    <message>
        <source>This job has no results on this computer, and the service offers none.</source>
        <translation>このジョブの結果は、このコンピューターになく、サービスからも提供されていません。</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>A web page came from {where} instead of the release file.</source>
        <translation>「{where}」から、リリースファイルではなくWebページが返されました。</translation>
    </message>
    <message>
        <source>Check again later. If this continues, contact support.</source>
        <translation>しばらくしてから、もう一度アップデートを確認してください。問題が解決しない場合は、サポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>Check that this computer’s date is correct. If it is, check again later, or contact support.</source>
        <translation>このコンピューターの日付が正しいことを確認してください。正しい場合は、しばらくしてからもう一度アップデートを確認するか、サポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>Check the network connection, then check again.</source>
        <translation>ネットワーク接続を確認してから、もう一度アップデートを確認してください。</translation>
    </message>
    <message>
        <source>Do not download anything from there. Contact support.</source>
        <translation>この接続先からは何もダウンロードしないでください。サポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>It is not known whether there is a newer version. Your version continues to work.</source>
        <translation>新しいバージョンがあるかどうかは分かりません。現在のバージョンは引き続き使用できます。</translation>
    </message>
    <message>
        <source>Nothing in it was used.</source>
        <translation>ファイルの内容は使用していません。</translation>
    </message>
    <message>
        <source>Open a web browser and check whether the network asks you to sign in.</source>
        <translation>Webブラウザーを開き、ネットワークへのサインインを求められていないか確認してください。</translation>
    </message>
    <message>
        <source>Set this computer’s date and time, then check again.</source>
        <translation>このコンピューターの日付と時刻を合わせてから、もう一度アップデートを確認してください。</translation>
    </message>
    <message>
        <source>The address for updates in this version cannot be used.</source>
        <translation>このバージョンに設定されているアップデート用のアドレスを使用できません。</translation>
    </message>
    <message>
        <source>The answer from {where} is too large for a release file.</source>
        <translation>「{where}」からの応答は、リリースファイルとしては大きすぎます。</translation>
    </message>
    <message>
        <source>The answer was a redirect to {where}. It was not followed.</source>
        <translation>「{where}」へのリダイレクトが返されました。リダイレクト先には接続していません。</translation>
    </message>
    <message>
        <source>The release file cannot be downloaded from {where}.</source>
        <translation>「{where}」からリリースファイルをダウンロードできません。</translation>
    </message>
    <message>
        <source>The release file from {where} cannot be read.</source>
        <translation>「{where}」のリリースファイルを読み込めません。</translation>
    </message>
    <message>
        <source>The release file from {where} is damaged: its checksum does not match.</source>
        <translation>「{where}」のリリースファイルは破損しています。チェックサムが一致しません。</translation>
    </message>
    <message>
        <source>The release file from {where} is out of date: it was not renewed in time.</source>
        <translation>「{where}」のリリースファイルは古くなっています。期限までに更新されていません。</translation>
    </message>
    <message>
        <source>The release file from {where} names a download page that this version does not know.</source>
        <translation>「{where}」のリリースファイルに、このバージョンが対応していないダウンロードページが記載されています。</translation>
    </message>
    <message>
        <source>This computer and {where} have different dates, so the release file may be out of date.</source>
        <translation>このコンピューターと「{where}」の日付が異なるため、リリースファイルが古い可能性があります。</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>A newer version of EPA Desktop is available</source>
        <translation>EPA Desktopの新しいバージョンがあります</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>アップデートの確認</translation>
    </message>
    <message>
        <source>Checking for updates</source>
        <translation>アップデートを確認しています</translation>
    </message>
    <message>
        <source>Checking for updates…</source>
        <translation>アップデートを確認しています…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Could not check for updates</source>
        <translation>アップデートを確認できませんでした</translation>
    </message>
    <message>
        <source>Download page</source>
        <translation>ダウンロードページ</translation>
    </message>
    <message>
        <source>EPA Desktop does not download or install anything by itself.</source>
        <translation>ダウンロードやインストールが自動で行われることはありません。</translation>
    </message>
    <message>
        <source>Get it where you got this version, or ask your administrator.</source>
        <translation>現在のバージョンの入手元から入手するか、システム管理者にお問い合わせください。</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>最新のバージョン</translation>
    </message>
    <message>
        <source>Open download page</source>
        <translation>ダウンロードページを開く</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>変更点</translation>
    </message>
    <message>
        <source>You have the newest version</source>
        <translation>最新のバージョンです</translation>
    </message>
    <message>
        <source>Your version</source>
        <translation>現在のバージョン</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}。{1}</translation>
    </message>
</context>
<context>
    <name>Value</name>
    <message numerus="yes">
        <source>For %Ln row(s), the new model’s predictions are worth {0}, the other model’s {1}: {2}.</source>
        <translation>
            <numerusform>%Ln行に対する予測の価値は、今回のモデルが{0}、比較対象のモデルが{1}です ({2})。</numerusform>
        </translation>
    </message>
    <message>
        <source>For every 100 rows: {0} of {1} “{2}” are found (before: {3}), with {4} falsely predicted as “{2}” (before: {5}).</source>
        <translation>100行あたり、「{2}」の{1}行のうち{0}行を正しく予測します (比較対象のモデルでは{3}行)。「{2}」以外の行を誤って「{2}」と予測するのは{4}です (比較対象のモデルでは{5})。</translation>
    </message>
    <message>
        <source>For every 100 rows: {0} of {1} “{2}” are found, with {3} falsely predicted as “{2}”.</source>
        <translation>100行あたり、「{2}」の{1}行のうち{0}行を正しく予測します。「{2}」以外の行を誤って「{2}」と予測するのは{3}です。</translation>
    </message>
    <message numerus="yes">
        <source>Of the %Ln row(s) the new model is surest of, {0} are “{1}”; of those the other model is surest of, {2} are.</source>
        <translation>
            <numerusform>予測確率が上位の%Ln行のうち「{1}」だったのは、今回のモデルでは{0}行、比較対象のモデルでは{2}行です。</numerusform>
        </translation>
    </message>
    <message>
        <source>That can be chance (95 % interval: {0} to {1}).</source>
        <translation>この程度の差は偶然でも生じます (95%信頼区間: {0}～{1})。</translation>
    </message>
    <message>
        <source>That is unlikely to be chance (95 % interval: {0} to {1}).</source>
        <translation>偶然とは考えにくい差です (95%信頼区間: {0}～{1})。</translation>
    </message>
    <message>
        <source>Without the rows, it is not known how certain that is.</source>
        <translation>行ごとの予測結果がないため、この差の確かさは分かりません。</translation>
    </message>
    <message>
        <source>Your measure cannot be calculated: it has no amount for some of the classes. Edit it first.</source>
        <translation>損益が設定されていない値があるため、独自の指標を計算できません。先に設定を編集してください。</translation>
    </message>
    <message>
        <source>Your measure cannot be calculated: it needs both models’ probabilities of this class row by row.</source>
        <translation>両方のモデルにこの値の行ごとの予測確率がないため、独自の指標を計算できません。</translation>
    </message>
    <message>
        <source>Your measure cannot be calculated: it needs the rows or the confusion matrices of both models.</source>
        <translation>両方のモデルの行ごとの予測結果か混同行列がないため、独自の指標を計算できません。</translation>
    </message>
    <message>
        <source>Your measure cannot be calculated: the files do not say which side of the confusion matrix is the actual class.</source>
        <translation>混同行列のどちらの軸が実際の値かがファイルから分からないため、独自の指標を計算できません。</translation>
    </message>
    <message>
        <source>Your measure cannot be calculated: there are fewer rows than it counts.</source>
        <translation>評価に使った行が、独自の指標の対象とする行数より少ないため、計算できません。</translation>
    </message>
    <message>
        <source>Your measure cannot be compared: the two models were evaluated on different rows.</source>
        <translation>2つのモデルが異なる行で評価されているため、独自の指標を比較できません。</translation>
    </message>
    <message>
        <source>fewer than 1</source>
        <translation>1行未満</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>差なし</translation>
    </message>
    <message>
        <source>{0}</source>
        <comment>so many rows</comment>
        <translation>{0}行</translation>
    </message>
    <message>
        <source>{0} less</source>
        <translation>−{0}</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>+{0}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
</context>
<context>
    <name>ValueDialog</name>
    <message>
        <source>Actual “{0}”</source>
        <translation>実際「{0}」</translation>
    </message>
    <message>
        <source>Amount for a row: {0}</source>
        <translation>1行あたりの損益: {0}</translation>
    </message>
    <message>
        <source>Amount for actual “{0}”, predicted “{1}”</source>
        <translation>実際「{0}」、予測「{1}」の損益</translation>
    </message>
    <message>
        <source>Amount for each kind of prediction</source>
        <translation>予測の種類ごとの損益</translation>
    </message>
    <message>
        <source>Amounts for one row</source>
        <translation>1行あたりの損益</translation>
    </message>
    <message>
        <source>Class to find</source>
        <translation>見つけたい値</translation>
    </message>
    <message>
        <source>Correct prediction</source>
        <translation>正しい予測</translation>
    </message>
    <message>
        <source>Count the rows that are found</source>
        <translation>正しく見つけた行の数</translation>
    </message>
    <message>
        <source>Enter gains as positive and costs as negative amounts.</source>
        <translation>利益は正の値、コストは負の値で入力してください。</translation>
    </message>
    <message>
        <source>Hit rate among the most likely rows</source>
        <translation>予測確率の上位での的中率</translation>
    </message>
    <message>
        <source>Number of most likely rows</source>
        <translation>対象とする上位の行数</translation>
    </message>
    <message>
        <source>Optional: €, ¥, hours</source>
        <translation>任意 (円、€、時間など)</translation>
    </message>
    <message>
        <source>Predicted “{0}”</source>
        <translation>予測「{0}」</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The setting is kept with the model and used for all its results.</source>
        <translation>この設定はモデルごとに保存され、そのモデルのすべての結果に使われます。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>What an error costs</source>
        <translation>誤りのコスト</translation>
    </message>
    <message>
        <source>Wrong prediction</source>
        <translation>誤った予測</translation>
    </message>
    <message>
        <source>Your measure</source>
        <translation>独自の指標</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>A difference this large is unlikely to be chance.</source>
        <translation>偶然とは考えにくい悪化です。</translation>
    </message>
    <message>
        <source>A difference this small can be chance.</source>
        <translation>この程度の差は偶然でも生じます。</translation>
    </message>
    <message>
        <source>A difference this small cannot be told from chance even with {0} rows.</source>
        <translation>この程度の差は、{0}行で評価しても偶然と区別できません。</translation>
    </message>
    <message>
        <source>Better, but only just</source>
        <translation>わずかに良い</translation>
    </message>
    <message>
        <source>Better, but only just</source>
        <comment>headline of a page</comment>
        <translation>今回のモデルはわずかに良い</translation>
    </message>
    <message numerus="yes">
        <source>Both models were evaluated on the same %Ln row(s).</source>
        <translation>
            <numerusform>両方のモデルを同じ%Ln行で評価しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>判定できません</translation>
    </message>
    <message>
        <source>Cannot be told from these files</source>
        <translation>この結果からは判定できません</translation>
    </message>
    <message>
        <source>Clearly better</source>
        <translation>明らかに良い</translation>
    </message>
    <message>
        <source>Clearly better</source>
        <comment>headline of a page</comment>
        <translation>今回のモデルは明らかに良い</translation>
    </message>
    <message>
        <source>Clearly worse</source>
        <translation>明らかに悪い</translation>
    </message>
    <message>
        <source>Clearly worse</source>
        <comment>headline of a page</comment>
        <translation>今回のモデルは明らかに悪い</translation>
    </message>
    <message>
        <source>Even with the fewest, a difference this small can be chance.</source>
        <translation>もっとも少ない場合も、偶然に生じうる程度の差です。</translation>
    </message>
    <message>
        <source>Even with the most, the lead is clear, though only just.</source>
        <translation>もっとも多い場合も明らかな差ですが、「明らか」と判定する基準に近い差です。</translation>
    </message>
    <message>
        <source>Even with the most, the lead is unlikely to be chance.</source>
        <translation>もっとも多い場合も、偶然とは考えにくい差です。</translation>
    </message>
    <message>
        <source>It can be told when the files agree. Save the results again; if they still contradict each other, contact support.</source>
        <translation>ファイルの内容が一致していれば、判定できます。結果をもう一度保存してください。それでも食い違う場合は、サポート窓口にお問い合わせください。</translation>
    </message>
    <message>
        <source>It can be told with both models’ predictions row by row: “evaluation_raw_data.csv” in the results.</source>
        <translation>再学習結果に両方のモデルの行ごとの予測結果 (「evaluation_raw_data.csv」) があれば、判定できます。</translation>
    </message>
    <message>
        <source>It can be told with metrics: “metrics_comparison.csv” in the results.</source>
        <translation>再学習結果に評価指標 (「metrics_comparison.csv」) があれば、判定できます。</translation>
    </message>
    <message>
        <source>It can be told with more evaluation rows.</source>
        <translation>評価に使う行を増やせば、判定できます。</translation>
    </message>
    <message>
        <source>It can be told with one evaluation file: send the same one with each retraining.</source>
        <translation>再学習のたびに同じ評価ファイルを送信すれば、判定できます。</translation>
    </message>
    <message>
        <source>It can be told with the previous model’s metrics: “metrics_comparison.csv” in the results.</source>
        <translation>再学習結果に前回のモデルの評価指標 (「metrics_comparison.csv」) があれば、判定できます。</translation>
    </message>
    <message>
        <source>Neither is ahead.</source>
        <translation>どちらのモデルが良いともいえません。</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <translation>明らかな差なし</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <comment>headline of a page</comment>
        <translation>2つのモデルに明らかな差なし</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s), both models were right in the same ones, and wrong in the same ones.</source>
        <translation>
            <numerusform>%Ln行すべてで、両方のモデルの正解・不正解が一致しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s), only the new model was right in {0}, only the other in {1}.</source>
        <translation>
            <numerusform>%Ln行のうち、今回のモデルだけが正解したのは{0}行、比較対象のモデルだけが正解したのは{1}行です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln row(s), the new model was right in {0}, the other in {1}.</source>
        <translation>
            <numerusform>%Ln行のうち、今回のモデルは{0}行、比較対象のモデルは{1}行で正解しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %Ln row(s), {0} went from {1} to {2}.</source>
        <translation>
            <numerusform>%Ln行で、{0}は{1}から{2}になりました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On the same %Ln row(s), {0} went from {1} to {2}: {3} (95 % interval: {4}).</source>
        <translation>
            <numerusform>同じ%Ln行で、{0}は{1}から{2}になりました ({3}、95%信頼区間: {4})。</numerusform>
        </translation>
    </message>
    <message>
        <source>RMSE is calculated from the squared errors, so these were tested.</source>
        <translation>RMSEは二乗誤差から計算されるため、二乗誤差を検定しました。</translation>
    </message>
    <message>
        <source>R² is calculated from the squared errors, so these were tested.</source>
        <translation>決定係数は二乗誤差から計算されるため、二乗誤差を検定しました。</translation>
    </message>
    <message>
        <source>The difference is only just clear.</source>
        <translation>明らかな差と判定する基準に近い値です。</translation>
    </message>
    <message>
        <source>The difference is only just clear: chance alone would bring one this large in {0} of 100 cases.</source>
        <translation>明らかな差と判定する基準に近い値です。偶然だけでこの大きさの差が生じる確率は{0}%です。</translation>
    </message>
    <message>
        <source>The files contain no metrics that EPA Desktop can read.</source>
        <translation>EPA Desktopが読み込める評価指標がファイルにありません。</translation>
    </message>
    <message>
        <source>The files contradict each other in the values that decide, so this comparison cannot be relied on.</source>
        <translation>判定の根拠となる部分でファイルの内容が互いに食い違っているため、この比較は信頼できません。</translation>
    </message>
    <message>
        <source>The files do not contain the main metric, {0}, so {1} decides.</source>
        <translation>主な評価指標の{0}がファイルにないため、{1}で判定しています。</translation>
    </message>
    <message>
        <source>The files do not say in how many only one of them was right: between {0} and {1}.</source>
        <translation>片方だけが正解した行の数は、ファイルからは分かりません ({0}～{1}行)。</translation>
    </message>
    <message>
        <source>The files say nothing about the previous model, so there is nothing to compare with.</source>
        <translation>前回のモデルの情報がファイルにないため、比較できません。</translation>
    </message>
    <message>
        <source>The main metric, {0}, cannot be tested with these files, so {1} was tried.</source>
        <translation>主な評価指標の{0}は、この結果では検定できないため、{1}で試しました。</translation>
    </message>
    <message>
        <source>The main metric, {0}, cannot be tested with these files. {1} can, and decides.</source>
        <translation>主な評価指標の{0}は、この結果では検定できません。検定できる{1}で判定しています。</translation>
    </message>
    <message>
        <source>The main metric, {0}, is not available for both models, so {1} is shown.</source>
        <translation>主な評価指標の{0}が両方のモデルにそろっていないため、{1}を表示しています。</translation>
    </message>
    <message>
        <source>The results do not contain “confusion_matrix.csv”, so the number of evaluation rows is not known and the difference cannot be tested.</source>
        <translation>再学習結果に「confusion_matrix.csv」がないため、評価に使った行の数が分からず、差を検定できません。</translation>
    </message>
    <message>
        <source>The rows of a time series depend on each other, so they cannot be tested one by one.</source>
        <translation>時系列の行は互いに関連しているため、1行ずつ検定することはできません。</translation>
    </message>
    <message>
        <source>The two models were evaluated on different rows, so their values cannot be compared.</source>
        <translation>2つのモデルが異なる行で評価されているため、値を比較できません。</translation>
    </message>
    <message>
        <source>There are too few rows to tell a difference from chance.</source>
        <translation>行が少なすぎるため、差を偶然と区別できません。</translation>
    </message>
    <message>
        <source>This lead is unlikely to be chance.</source>
        <translation>偶然とは考えにくい改善です。</translation>
    </message>
    <message>
        <source>To tell a difference this small from chance, about {0} evaluation rows are needed; there are {1}.</source>
        <translation>この程度の差を偶然と区別するには、評価に約{0}行必要です (現在は{1}行)。</translation>
    </message>
    <message>
        <source>With the fewest, the lead would be clear; with the most, it can be chance.</source>
        <translation>もっとも少ない場合は明らかな差ですが、もっとも多い場合は偶然の可能性があります。</translation>
    </message>
    <message numerus="yes">
        <source>With these %Ln row(s), a difference of {0} or more would show in 4 of 5 cases.</source>
        <translation>
            <numerusform>評価に使った%Ln行では、{0}以上の差を約80%の確率で検出できます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Worse, but only just</source>
        <translation>わずかに悪い</translation>
    </message>
    <message>
        <source>Worse, but only just</source>
        <comment>headline of a page</comment>
        <translation>今回のモデルはわずかに悪い</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} is better for the new model, but it is not known how certain this is.</source>
        <translation>{0}は改善していますが、その確かさは分かりません。</translation>
    </message>
    <message>
        <source>{0} is the same for both models, but it is not known how certain this is.</source>
        <translation>{0}は同じですが、その確かさは分かりません。</translation>
    </message>
    <message>
        <source>{0} is worse for the new model, but it is not known how certain this is.</source>
        <translation>{0}は悪化していますが、その確かさは分かりません。</translation>
    </message>
    <message>
        <source>{0} was {1} before and is {2} for the new model.</source>
        <translation>{0}は、比較対象のモデルが{1}、今回のモデルが{2}です。</translation>
    </message>
    <message>
        <source>{0} went from {1} to {2}.</source>
        <translation>{0}は{1}から{2}になりました。</translation>
    </message>
    <message>
        <source>{0}: {1} {2} → {3}</source>
        <translation>{0}: {1} {2} → {3}</translation>
    </message>
</context>
<context>
    <name>VerdictPage</name>
    <message numerus="yes">
        <source>%Ln row(s) newly right</source>
        <translation>
            <numerusform>新たに正解した%Ln行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) newly wrong</source>
        <translation>
            <numerusform>新たに不正解になった%Ln行</numerusform>
        </translation>
    </message>
    <message>
        <source>By the values alone, without a test</source>
        <translation>値のみ (検定なし)</translation>
    </message>
    <message>
        <source>DeLong’s test on the rows both models predicted, 95 %</source>
        <translation>両方のモデルの予測に対するDeLong検定 (95%)</translation>
    </message>
    <message>
        <source>How this is judged</source>
        <translation>判定の方法</translation>
    </message>
    <message>
        <source>McNemar’s exact test on the rows both models predicted, 95 %</source>
        <translation>両方のモデルの予測に対するマクネマーの正確検定 (95%)</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>評価指標</translation>
    </message>
    <message>
        <source>Predictions of “{0}”</source>
        <translation>「{0}」の予測</translation>
    </message>
    <message>
        <source>Row by row:</source>
        <translation>行ごとの違い:</translation>
    </message>
    <message>
        <source>Set what an error costs, or what a gain is worth, to see what the new model is worth to you.</source>
        <translation>誤りのコストや利益を設定すると、今回のモデルの業務上の価値を確認できます。</translation>
    </message>
    <message>
        <source>Shows exactly these rows</source>
        <translation>該当する行だけを表示します</translation>
    </message>
    <message>
        <source>The differences of the errors in the same rows, 95 %</source>
        <translation>同じ行での2つのモデルの誤差の差 (95%)</translation>
    </message>
    <message>
        <source>The least and the most disagreement that the totals allow, 95 %</source>
        <translation>合計から考えられる、片方だけが正解した行の最小と最大 (95%)</translation>
    </message>
    <message>
        <source>What an error costs…</source>
        <translation>誤りのコスト…</translation>
    </message>
    <message>
        <source>{0} (95 % interval: {1})</source>
        <translation>{0} (95%信頼区間: {1})</translation>
    </message>
    <message>
        <source>{0}, live model</source>
        <translation>運用中のモデルの{0}</translation>
    </message>
    <message>
        <source>{0}, new model</source>
        <translation>今回のモデルの{0}</translation>
    </message>
    <message>
        <source>{0}, previous model</source>
        <translation>前回のモデルの{0}</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Reading the results</source>
        <translation>結果の読み込み</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message numerus="yes">
        <source>%n API key(s) need attention</source>
        <translation>
            <numerusform>要対応のAPIキー: %n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more warning(s) below</source>
        <translation>
            <numerusform>下にほか%n件の警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>警告%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>WayInSteps</name>
    <message>
        <source>Check</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>再学習の流れ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>ステップ{0}/{1}: {2}</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切り替え</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>in plain words</source>
        <translation>分かりやすく</translation>
    </message>
    <message>
        <source>only when you say so</source>
        <translation>指示したときだけ</translation>
    </message>
    <message>
        <source>to the service</source>
        <translation>サービスへ</translation>
    </message>
    <message>
        <source>you are notified</source>
        <translation>完了を通知</translation>
    </message>
    <message>
        <source>your file, here</source>
        <translation>送信前に</translation>
    </message>
</context>
<context>
    <name>WindowContent</name>
    <message>
        <source>Job details</source>
        <translation>ジョブの詳細</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>_DoneBox</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>Report saved to “{0}”.</source>
        <translation>レポートを「{0}」に保存しました。</translation>
    </message>
</context>
</TS>
